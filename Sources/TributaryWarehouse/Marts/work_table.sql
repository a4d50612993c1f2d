-- Tables of the connection: the days that facts and marts refill, with their first and last instant
-- (end excluded).
-- Those name them first and go on with `cross join`, which makes SQLite start there: the cost
-- follows the dirty days, not the history.
create table temp.dirty_day (
  day text primary key,
  starts_at integer not null,
  ends_at integer not null
) strict;

-- Of facts: the orders and invoices that are made anew, and the days that show them.
create table temp.fact_order (order_id text primary key) strict, without rowid;

create table temp.fact_invoice (invoice_id text primary key) strict, without rowid;

create table temp.fact_day (day text primary key) strict, without rowid;

create table temp.dirty_session (
  day text not null,
  channel text not null,
  campaign_key text,
  geodomain text not null,
  landing_path text not null,
  sessions integer not null
) strict;

create table temp.dirty_total (
  day text not null,
  measure text not null,
  total integer not null,
  primary key (day, measure)
) strict;

-- Of journeys: the days whose rows changed by kind of row, the members that may have other
-- persons, keys or credit because of it, and those that are worked out anew together.
create temp table journey_day (
  kind text not null, -- session, order, call, letter, invoice or payment
  day text not null,
  starts_at integer not null,
  ends_at integer not null, -- end excluded
  primary key (kind, day)
) strict, without rowid;

create temp table journey_seed (
  kind text not null,
  member text not null,
  primary key (kind, member)
) strict, without rowid;

create temp table journey_key (
  key text primary key,
  was_nobody integer not null, -- 0 or 1: whether it joined nobody before the seeds' keys were read anew
  known_reason text -- why it names nobody, whoever carries it
) strict, without rowid;

create temp table journey_member (
  kind text not null,
  member text not null,
  round integer not null, -- the step that found it
  primary key (kind, member)
) strict, without rowid;

-- Visitors who saw an order in sessions that were made anew.
create temp table retold_visitor (
  visitor integer primary key
) strict, without rowid;

-- Calls, letters and invoices that mean another order than before.
create temp table retold_member (
  kind text not null,
  member text not null,
  primary key (kind, member)
) strict, without rowid;

-- Numbers of several orders, whose mentions are looked through, and what these mean.
create temp table shared_number (number text primary key) strict, without rowid;

create temp table mention (
  kind text not null, -- session, call, letter or invoice
  member text not null,
  named text not null,
  order_id text not null,
  primary key (kind, member, named)
) strict, without rowid;

create temp table journey_person (
  person_id text primary key
) strict, without rowid;
