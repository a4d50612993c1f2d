-- Tables of the connection: the days that the marts refill, with their first and last instant
-- (end excluded), and the orders and spend of those days in the shop's currency.
-- The marts name them first and go on with `cross join`, which makes SQLite start there: the cost
-- follows the dirty days, not the history.
create table temp.dirty_day (
  day text primary key,
  starts_at integer not null,
  ends_at integer not null
) strict;

create table temp.dirty_order (
  order_id text primary key,
  day text not null,
  channel text not null,
  method text not null,
  geodomain text not null,
  home text not null,
  is_web integer not null,
  is_lost integer not null,
  is_paid integer not null,
  is_delivered integer not null,
  total integer,
  margin integer,
  rate real
) strict;

create table temp.dirty_spend (
  day text not null,
  campaign_key text,
  channel text not null,
  geodomain text not null,
  cost integer,
  impressions integer not null,
  clicks integer not null
) strict;

create table temp.dirty_total (
  day text not null,
  measure text not null,
  total integer not null,
  primary key (day, measure)
) strict;
