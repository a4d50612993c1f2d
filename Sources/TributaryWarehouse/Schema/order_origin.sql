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
