-- Sessions, persons, touchpoints, conversions and the credit between them.

create table session ( -- one row per visit: page views of a visitor without a long break
  session_id integer primary key,
  visitor integer not null,
  person_id text, -- null for somebody of whom no order, call, letter or invoice is known
  day text not null, -- of started_at
  started_at integer not null,
  ended_at integer not null,
  host text,
  geodomain text,
  landing_path text,
  referrer_host text,
  source text,
  medium text,
  campaign text,
  campaign_id text,
  keyword text,
  content text,
  click_id text,
  channel text not null,
  campaign_key text, -- null outside campaigns
  pages integer not null,
  seconds integer not null,
  reached_product integer not null, -- 0 or 1, as the next three
  reached_cart integer not null,
  reached_checkout integer not null,
  reached_order integer not null,
  device text,
  is_new integer not null, -- the visitor's first session
  metrica_source text -- as Yandex Metrica names it: direct, organic, ad, referral, social, email,
    -- messenger, recommend, internal, undefined, qrcode
) strict;

create index session_day on session (day, visitor);
create index session_visitor on session (visitor, started_at, is_new);
create index session_reached_order on session (day) where reached_order = 1;

create table session_order ( -- order ids seen on the thank-you page
  session_id integer not null,
  order_id text not null,
  host text, -- of that page; null where it is the landing page's
  primary key (session_id, order_id)
) strict, without rowid;

create index session_order_order on session_order (order_id);

create view order_sight as -- one row per visit and order that it saw confirmed
select
  seen.session_id,
  seen.order_id,
  not exists (
    select 1
    from session_order other
    join session earlier on earlier.session_id = other.session_id
    where other.order_id = seen.order_id
      and (earlier.started_at, earlier.session_id) < (s.started_at, s.session_id)
  ) as is_first
from session_order seen
join session s on s.session_id = seen.session_id;

create table meant_order ( -- one row per call, letter and invoice that means another order than the first of the number that it names
  kind text not null, -- of the member: call, letter or invoice
  member text not null,
  order_id text not null, -- of the number's orders the one placed nearest in time, of those placed by 7 days after
  primary key (kind, member)
) strict, without rowid;

create table robot_day ( -- one row per day and reason: visitors judged robots, who make no sessions
  day text not null,
  reason text not null, -- agent-list, pages-per-minute, no-assets, only-head or only-missing
  visitors integer not null,
  requests integer not null, -- all for only-head and only-missing, else page views: those of sessions and these are all page views
  primary key (day, reason)
) strict, without rowid;

create table own_tag_day ( -- one row per day and tag on links between the shop's own pages, which begin no visit
  day text not null,
  source text not null,
  medium text not null,
  campaign text not null, -- '' for none
  page_views integer not null, -- by such links, of people
  primary key (day, source, medium, campaign)
) strict, without rowid;

create table person ( -- one row per person of whom an order, a call, a letter or an invoice is known
  person_id text primary key, -- order:..., call:..., letter:... or invoice:... after the earliest of these
  first_seen_at integer not null,
  sessions integer not null,
  orders integer not null,
  calls integer not null,
  letters integer not null
) strict, without rowid;

create table person_member ( -- what a person did, and the visitors that the person was
  kind text not null, -- visitor, order, call, letter or invoice
  member text not null, -- its id
  person_id text not null,
  at integer not null, -- milliseconds: when it happened; the first session of a visitor
  primary key (kind, member)
) strict, without rowid;

create index person_member_person on person_member (person_id);
create index person_member_at on person_member (kind, at);

create table identity_key ( -- one row per key that a member carries; members that share one are one person
  key text not null, -- order:, invoice:, visitor:, card:, phone: or email: and the number or hash
  kind text not null, -- of the member
  member text not null,
  at integer not null, -- milliseconds: when it happened; for a visitor, when the order's page was first seen
  primary key (key, kind, member)
) strict, without rowid;

create table nobody_key ( -- one row per key that somebody carries and that joins nobody
  key text primary key, -- as in identity_key
  reason text not null -- placeholder: a value that stands for not known; own: the shop's phone or address;
    -- listed: of identity.nobody; crowd: more records of one kind than identity.shared_key_limit
    -- carry it within 30 days; strangers: the records that carry it carry more different contacts of
    -- another kind than that limit
) strict, without rowid;

create index identity_key_member on identity_key (kind, member);

create table call_session ( -- the sessions that a call of unknown source may have come from
  call_id text not null,
  session_id integer, -- null: none of these
  probability real not null -- 0...1; adds up to 1 over a call
) strict;

create index call_session_call on call_session (call_id);

create table person_touchpoint ( -- one row per session and thread of letters of a person, and per way a call may have come; redials within a day are one call
  touchpoint_id integer primary key,
  person_id text not null,
  at integer not null,
  day text not null,
  kind text not null, -- session, call or letter
  member text not null,
  channel text not null,
  source text,
  medium text,
  campaign_key text,
  keyword text,
  geodomain text,
  probability real not null default 1 -- of this way; the ways that one call may have come add up to 1
) strict;

create index person_touchpoint_person on person_touchpoint (person_id, at);
create index person_touchpoint_day on person_touchpoint (day);

-- Touchpoints of everyone: a visitor of whom nothing else is known is a person of its own, with no row
-- but its sessions. Grain: as person_touchpoint; touchpoint_id is below 0 for those visitors.
create view touchpoint as -- one row per session, thread of letters or way of a call, of everyone
select
  touchpoint_id, person_id, at, day, kind, member, channel, source, medium, campaign_key, keyword,
  geodomain, probability
from person_touchpoint
union all
select
  -session_id, 'visitor:' || visitor, started_at, day, 'session', cast(session_id as text), channel,
  source, medium, campaign_key, keyword, geodomain, 1.0
from session
where person_id is null;

create table conversion ( -- one row per order, call or paid invoice that counts as success
  conversion_id text primary key,
  person_id text not null,
  at integer not null, -- of an order: by the visit that made it where its own time is a day's or behind
  day text not null,
  kind text not null, -- order, call or invoice
  member text not null,
  value integer not null, -- minor units of the shop's currency; of a call conversions.call_value
  margin integer not null, -- minor units of the shop's currency
  geodomain text,
  is_counted integer not null, -- 0 when it was lost later, such as a cancelled order
  is_bridged integer not null default 0, -- 1 when the order's clock was behind that of the visit which made it
  is_sale integer not null default 0 -- 1 when it is a sale of its own: an order that counts, a paid invoice of none, a call that led to neither
) strict, without rowid;

create index conversion_day on conversion (day);
create index conversion_bridged on conversion (member) where is_bridged = 1;
create index conversion_person on conversion (person_id, at);

create table attribution_credit ( -- one row per conversion, model and touchpoint
  conversion_id text not null,
  model text not null,
  position integer not null, -- counts the touchpoints from 1 in order of time
  touchpoint_id integer, -- of person_touchpoint; null: no touchpoint explains the conversion
  day text not null, -- of the conversion
  campaign_key text,
  credit real not null, -- 0...1; adds up to 1 over a conversion and model
  value integer not null, -- minor units
  margin integer not null, -- minor units
  primary key (conversion_id, model, position)
) strict, without rowid;

create table campaign ( -- one row per campaign that spend or sessions name
  campaign_key text primary key,
  name text not null,
  source text not null,
  medium text not null,
  campaign_id text not null,
  channel text not null, -- of an advertisement with these tags
  type text not null, -- brand, generic, upper or retention
  shared_name text -- key of a name that several numbers have on one day: its own, or one of its names; null for none
) strict, without rowid;
