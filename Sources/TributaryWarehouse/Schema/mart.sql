-- Day totals; Marts/*.sql fills them and states grain, units and invariants.

create table mart_campaign_day ( -- one row per day and campaign; money in minor units
  day text not null,
  campaign_key text not null,
  spend integer not null,
  impressions integer not null,
  clicks integer not null,
  sessions integer not null,
  primary key (day, campaign_key)
) strict, without rowid;

create table campaign_session_day ( -- one row per day, campaign and tags that sessions of the day name it by
  day text not null,
  campaign_key text not null,
  source text not null,
  medium text not null,
  campaign text not null,
  campaign_id text not null,
  primary key (day, campaign_key, source, medium, campaign, campaign_id)
) strict, without rowid;

create table mart_campaign_credit_day ( -- one row per day of the conversion, campaign, model, kind
  day text not null,
  campaign_key text not null,
  model text not null,
  kind text not null, -- of the conversions: order, call or invoice, never added up; or sale: each sale once, see conversion.is_sale
  conversions real not null,
  value integer not null,
  margin integer not null,
  primary key (day, campaign_key, model, kind)
) strict, without rowid;

create table mart_channel_day ( -- one row per day and channel
  day text not null,
  channel text not null,
  sessions integer not null,
  spend integer not null,
  primary key (day, channel)
) strict, without rowid;

create table mart_channel_credit_day ( -- one row per day, channel, model, kind; '' is unattributed
  day text not null,
  channel text not null,
  model text not null,
  kind text not null, -- of the conversions: order, call or invoice, never added up
  conversions real not null,
  value integer not null,
  margin integer not null,
  primary key (day, channel, model, kind)
) strict, without rowid;

create table mart_geodomain_day ( -- one row per day and city domain; '' is unknown
  day text not null,
  geodomain text not null,
  visits integer not null,
  web_orders integer not null,
  orders integer not null,
  calls integer not null,
  letters integer not null,
  revenue integer not null,
  spend integer not null,
  primary key (day, geodomain)
) strict, without rowid;

create table mart_demand_day ( -- one row per day of placing, order channel and method
  day text not null,
  channel text not null,
  method text not null,
  orders integer not null, -- all that were placed
  cancelled integer not null, -- of them lost
  revenue integer not null, -- of those not lost
  costed_revenue integer not null, -- of those not lost whose cost of goods is known
  margin integer not null, -- of the same
  primary key (day, channel, method)
) strict, without rowid;

create table mart_category_day ( -- one row per day of placing and product category
  day text not null,
  category text not null,
  pieces real not null,
  revenue integer not null,
  margin integer, -- null where the cost of any of the goods is unknown
  primary key (day, category)
) strict, without rowid;

create table mart_landing_day ( -- one row per day of the session and landing page
  day text not null,
  landing_path text not null,
  visits integer not null,
  orders integer not null,
  revenue integer not null,
  primary key (day, landing_path)
) strict, without rowid;

create table mart_funnel_step ( -- one row per day, funnel, step and set of skipped steps
  day text not null,
  funnel text not null,
  step text not null,
  skipped text not null, -- earlier steps not reached, divided by blanks; '' for step by step
  entered integer not null,
  primary key (day, funnel, step, skipped)
) strict, without rowid;

create table mart_order_transition ( -- one row per day of the change and pair of statuses
  day text not null,
  from_status text not null, -- '' for the start
  to_status text not null,
  orders integer not null,
  hours_total real not null, -- spent in from_status; 0 for the start
  primary key (day, from_status, to_status)
) strict, without rowid;

create table mart_indicator_day ( -- one row per day and indicator
  day text not null,
  indicator text not null,
  numerator real not null,
  denominator real not null, -- 1 for plain sums
  primary key (day, indicator)
) strict, without rowid;
