-- Facts: every order, refund, invoice and spend record once, in the shop's currency, with the rules
-- of the exchange, of loss, of margin and of campaigns applied. Facts/*.sql fills them; whatever adds
-- up money reads them. Money is in minor units of the shop's currency: null where no rate is known,
-- and from 1e13 on, where sums would leave 64 bits, so that such a row counts and its money does not.

create table day_rate ( -- one row per day and currency of the money that came in on it
  day text not null,
  currency text not null, -- ISO 4217; '' for the shop's
  rate real, -- minor units of the shop's currency for one of this: the latest up to the day; null when none is known
  primary key (day, currency)
) strict, without rowid;

create table campaign_tag ( -- one row per source, medium, campaign and number that spend, calls or phone numbers name, and span of days
  source text not null,
  medium text not null,
  campaign text not null,
  campaign_id text not null,
  first_day text not null, -- a name made anew stands for another campaign from its day on
  last_day text not null, -- of the span; 9999-12-31 for none
  campaign_key text, -- of the campaign that they stand for; null for none
  channel text not null, -- of an advertisement so tagged
  primary key (source, medium, campaign, campaign_id, first_day)
) strict, without rowid;

create table order_fact ( -- one row per order
  order_id text primary key,
  day text not null, -- of placing
  home text not null, -- the domain of the customer's city, whichever the order came through; '' for a city without one; the order's own when no city is known
  geodomain text not null, -- the domain that it came through, as the export says or its visit; '' where nobody does
  channel text not null, -- as in orders, or ''
  method text not null, -- as in orders, or ''
  status text not null, -- the last, or ''
  payment_method text not null, -- as in orders, or ''
  is_web integer not null, -- 1 when made on the site
  is_from_cart integer not null, -- 1 when made in the site's cart, as far as the order says
  is_lost integer not null, -- 1 when cancelled, unclaimed, returned or refunded
  lost_day text, -- null for orders that are not lost, and where no date tells
  paid_day text,
  delivered_day text,
  currency text not null, -- of the order's own row; '' for the shop's
  rate real, -- as in day_rate
  total integer, -- what the customer paid, net of refunds
  refunded integer, -- given back
  margin integer, -- total - cost of goods - delivery cost; an unknown cost counts as 0
  knows_cost integer not null -- 1 when the cost of its goods is known
) strict, without rowid;

create index order_fact_day on order_fact (day);

create table refund_fact ( -- one row per refund that names no known order: revenue below zero, and no order
  day text not null,
  order_id text not null, -- '' when it names none
  refund_id text not null,
  amount integer, -- given back
  primary key (day, order_id, refund_id)
) strict, without rowid;

create table invoice_fact ( -- one row per invoice
  invoice_id text primary key,
  day text not null, -- of issuing
  due_day text not null, -- 21 days after issuing where the invoice does not say
  paid_at integer, -- milliseconds: when it was paid in full; null while it is not, when its money went back, and when it is void
  paid_day text, -- of paid_at
  is_void integer not null, -- 1 when the shop took it back: neither open nor paid
  order_id text not null, -- '' when it names none
  total integer, -- less what was given back of it; by the rate of the day of paying, else of issuing
  margin integer, -- the order's margin for the invoice's part of the order's total before refunds; total when no order is known
  knows_cost integer not null -- 1 when the cost of its order's goods is known
) strict, without rowid;

create index invoice_fact_day on invoice_fact (day);
create index invoice_fact_due_day on invoice_fact (due_day);
create index invoice_fact_order on invoice_fact (order_id);
create index invoice_fact_paid_day on invoice_fact (paid_day);

create table counted_spend ( -- one row per row of spend that counts, on days of which several files tell
  day text not null,
  source text not null,
  medium text not null,
  campaign text not null,
  campaign_id text not null,
  ad_group text not null,
  keyword text not null,
  geodomain text not null,
  currency text not null, -- ISO 4217; '' for the shop's
  cost integer not null, -- in that currency
  impressions integer,
  clicks integer
) strict;

create index counted_spend_day on counted_spend (day);

create table spend_fact ( -- one row per spend record
  day text not null,
  source text not null,
  medium text not null,
  campaign text not null,
  campaign_id text not null,
  ad_group text not null,
  keyword text not null,
  geodomain text not null,
  campaign_key text, -- null outside campaigns
  channel text not null,
  currency text not null, -- ISO 4217; '' for the shop's
  stated_cost integer not null, -- in that currency
  cost integer,
  impressions integer not null,
  clicks integer not null
) strict;

create index spend_fact_day on spend_fact (day);
