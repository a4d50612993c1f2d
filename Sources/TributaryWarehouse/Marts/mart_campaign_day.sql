-- Grain: one row per day and campaign that spent money or brought a session.
-- Units: spend in minor units of the shop's currency; the rest are counts.
-- Invariant: spend over all campaigns of a day = mart_channel_day's spend of that day, less the
-- spend that names no campaign.
delete from mart_campaign_day
where day in (select day from temp.dirty_day);

insert into mart_campaign_day (day, campaign_key, spend, impressions, clicks, sessions)
with spent as (
  select d.day, f.campaign_key, f.cost as spend, f.impressions, f.clicks, 0 as sessions
  from temp.dirty_day d
  cross join spend_fact f on f.day = d.day
  where f.campaign_key is not null
),
visited as (
  select day, campaign_key, 0 as spend, 0 as impressions, 0 as clicks, sessions
  from temp.dirty_session
  where campaign_key is not null
),
joined as (
  select * from spent
  union all
  select * from visited
)
select
  day,
  campaign_key,
  coalesce(sum(spend), 0) as spend,
  sum(impressions) as impressions,
  sum(clicks) as clicks,
  sum(sessions) as sessions
from joined
group by day, campaign_key;
