-- Where the visits of each campaign came in: landing pages, keywords and city domains.
-- Grain: one row per campaign, kind and entry, the ten with most visits of each. orders: visits that
-- ordered. Parameters: ?1 first day, ?2 last day.
with seen as (
  select
    campaign_key, 'landing' as kind, coalesce(host, '') || coalesce(landing_path, '') as entry,
    count(*) as sessions, sum(reached_order) as orders
  from session
  where day between ?1 and ?2 and campaign_key is not null
  group by 1, 3
  union all
  select campaign_key, 'keyword', keyword, count(*), sum(reached_order)
  from session
  where day between ?1 and ?2 and campaign_key is not null and keyword <> ''
  group by 1, 3
  union all
  select campaign_key, 'city', geodomain, count(*), sum(reached_order)
  from session
  where day between ?1 and ?2 and campaign_key is not null and geodomain <> ''
  group by 1, 3
),
ranked as (
  select
    *, row_number() over (partition by campaign_key, kind order by sessions desc, entry) as place
  from seen
)
select ranked.campaign_key, campaign.name, kind, entry, sessions, orders
from ranked
join campaign using (campaign_key)
where place <= 10
order by ranked.campaign_key, kind, place;
