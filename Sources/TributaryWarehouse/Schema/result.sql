-- The answers of each as-of day; money in minor units, shares 0...1, intervals of 90%.

create table campaign_rating ( -- one row per as-of day and campaign
  as_of text not null,
  campaign_key text not null,
  spend integer not null,
  impressions integer not null,
  clicks integer not null,
  sessions integer not null,
  conversions real, -- mean over the attribution models; null, as all ratios, when its visits are not recognised
  conversions_lower real,
  conversions_upper real,
  cost_per_conversion real,
  cost_per_conversion_lower real,
  cost_per_conversion_upper real,
  return_on_ad_spend real, -- attributed revenue over spend
  return_on_ad_spend_lower real,
  return_on_ad_spend_upper real,
  margin_return real, -- attributed margin over spend
  margin_return_lower real,
  margin_return_upper real,
  grade text, -- A to E; null without spend or recognised visits
  conversions_needed integer, -- until a verdict; null when there is one
  advice text not null,
  primary key (as_of, campaign_key)
) strict, without rowid;

create table attribution_result ( -- one row per as-of day, kind, grain, model and player
  as_of text not null,
  kind text not null, -- of the conversions: order, call or invoice, never added up
  grain text not null, -- channel, campaign or keyword
  model text not null,
  player text not null, -- the channel, campaign_key, keyword:... or channel:... ; '' is unattributed
  conversions real not null, -- of 28 days to the as-of day
  conversions_lower real, -- of what chance alone explains; null where it was not worked out
  conversions_upper real,
  value integer not null, -- minor units; for each model the players add up to the conversions' value
  margin integer not null, -- minor units
  primary key (as_of, kind, grain, model, player)
) strict, without rowid;

create table campaign_audit ( -- one row per as-of day and campaign whose spend and visits do not meet
  as_of text not null,
  finding text not null, -- spend-alone, few-sessions, sessions-alone or macro-not-replaced
  campaign_key text not null, -- '' for visits with a macro
  name text not null,
  source text not null,
  medium text not null,
  spend integer not null, -- minor units, of the days that spend and visits both cover
  clicks integer not null, -- as the platform counts
  sessions integer not null,
  at_risk integer not null, -- minor units of spend that no visit answers for
  primary key (as_of, finding, campaign_key, name, source, medium)
) strict, without rowid;

create table identity_match ( -- one row per as-of day, kind of member and kind of key
  as_of text not null,
  member text not null, -- order, call, letter or invoice, of 28 days to the as-of day
  key text not null, -- order, invoice, visitor, card, phone or email; '' is by any
  members integer not null,
  with_key integer not null, -- carry such a key
  joined integer not null, -- another shares it
  shared_keys integer not null, -- keys that too many share, so that they join nobody
  primary key (as_of, member, key)
) strict, without rowid;

create table seasonal_index ( -- one row per as-of day and ISO week; 100 is the base
  as_of text not null,
  week integer not null,
  week_index real not null,
  week_index_lower real,
  week_index_upper real,
  primary key (as_of, week)
) strict, without rowid;

create table peak ( -- one row per as-of day and peak, past ones and the next
  as_of text not null,
  is_next integer not null, -- 1 for the one that comes next
  start_day text not null,
  name text, -- the calendar event near the curve's top
  top_day text not null, -- the day that sold most; of the next peak the curve's top
  curve_top_day text not null, -- the same date each year, unless its event moves
  end_day text not null,
  multiple real not null, -- curve_top_day over base
  multiple_lower real,
  multiple_upper real,
  total real, -- sold from start to end; null for the next peak
  primary key (as_of, is_next, start_day)
) strict, without rowid;

create table geodomain_rating ( -- one row per as-of day and city domain
  as_of text not null,
  domain text not null,
  visits integer not null,
  web_orders integer not null,
  orders integer not null,
  calls integer not null,
  revenue integer not null,
  spend integer not null,
  open_days integer not null,
  per_visit real, -- web orders per visit
  per_visit_lower real,
  per_visit_upper real,
  per_head real, -- orders per 100,000 people in 28 open days
  per_head_lower real,
  per_head_upper real,
  per_visit_verdict text not null,
  per_head_verdict text not null,
  primary key (as_of, domain)
) strict, without rowid;

create table ad_account_month ( -- one row per as-of day, platform, currency and month
  as_of text not null,
  source text not null, -- as in spend
  currency text not null,
  month text not null, -- YYYY-MM; the last one to the as-of day
  spent integer not null, -- minor units, by the platform
  paid integer not null, -- minor units, by the shop's ledger of payments
  balance integer not null, -- minor units: all that was paid less all that was spent, to the month's end
  primary key (as_of, source, currency, month)
) strict, without rowid;

create table indicator ( -- one row per as-of day and key figure of the last seven days
  as_of text not null,
  name text not null,
  value real,
  last_week real,
  four_weeks_ago real,
  last_year real,
  expected real,
  expected_lower real,
  expected_upper real,
  verdict text not null, -- inside, above, below, incomplete, undated or too-little
  missing_days integer not null,
  costed_share real, -- of a margin: the share of revenue whose cost is known; null when all is
  open integer, -- of invoices: neither paid nor due on the as-of day
  primary key (as_of, name)
) strict, without rowid;
