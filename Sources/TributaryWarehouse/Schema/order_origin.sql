-- Which order a record is of, and what was given back of it.

create table order_identity ( -- one row per order that its system knows by an id of its own
  system text not null, -- whose ids they are, such as retailcrm
  external_id text not null,
  number text, -- as printed; null while no record tells it
  fallback text not null, -- what the order is called without a number
  placed_at integer, -- milliseconds, UTC; null while no record tells it
  order_id text not null, -- as in orders: the number, or NUMBER (ID) where an earlier order has it
  primary key (system, external_id)
) strict, without rowid;

create index order_identity_number on order_identity (number, system);

create table order_refund ( -- one row per record that gives back money of an order
  order_id text not null, -- '' when it names none
  refund_id text not null, -- instant, amount and, of equal ones in a file, their number
  at integer not null, -- when, milliseconds, UTC
  amount integer not null, -- minor units given back
  currency text not null, -- ISO 4217; '' for the shop's
  source_file_id integer not null,
  line integer not null,
  primary key (order_id, refund_id)
) strict, without rowid;

create index order_refund_at on order_refund (at);

create table refunded_order ( -- one row per order with such records: what its own rows say
  order_id text primary key,
  total integer not null,
  refunded integer,
  status text,
  cancelled_at integer
) strict, without rowid;

create table number_placing ( -- one row per day, sum and buyer with which files told a number's placing, of numbers that they told differently
  kind text not null, -- whose numbers: orders, invoices or payments
  number text not null, -- as files have it
  placed_at integer not null, -- milliseconds, UTC
  total integer not null, -- minor units, before refunds
  currency text not null,
  customer_phone text not null, -- keyed hash; '' where the record does not tell it, as the next two
  customer_email text not null, -- keyed hash
  mark text not null, -- of an order its loyalty card, a keyed hash; of a payment what it pays
  source_file_id integer not null, -- that told it first; below 0 while it is read again
  primary key (
    kind, number, placed_at, total, currency, customer_phone, customer_email, mark
  )
) strict, without rowid;

create index number_placing_file on number_placing (source_file_id);

create table order_namesake ( -- one row per order whose number another order bears too
  number text not null, -- as it joins: without # and blanks
  order_id text not null, -- the number, NUMBER (ID) or NUMBER (DAY)
  is_dated integer not null, -- 1 where the number began anew, 0 where its system's ids tell them apart
  is_new integer not null, -- 1 until what mentions the number was looked through; 2 when it is none then
  primary key (number, order_id)
) strict, without rowid;
