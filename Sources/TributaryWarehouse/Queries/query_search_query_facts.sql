-- What each query brought to each campaign, in a window and in all days before it.
-- Grain: one row per query and campaign. Units: cost in minor units; conversions are null where no
-- file tells those of the window, though it was asked for then. Parameters: ?1 first day, ?2 last day of the window.
with told as (
  select
    query, coalesce(campaign, '') as campaign, coalesce(campaign_id, '') as campaign_id,
    date between ?1 and ?2 as is_recent, coalesce(clicks, 0) as clicks, coalesce(cost, 0) as cost,
    conversions
  from search_query
  where date <= ?2
)
select
  query, campaign, campaign_id,
  sum(iif(is_recent, clicks, 0)) as clicks, sum(iif(is_recent, cost, 0)) as cost,
  iif(sum(is_recent) > 0, sum(conversions) filter (where is_recent), 0) as conversions,
  sum(clicks) as ever_clicks, sum(conversions) as ever_conversions
from told
group by query, campaign, campaign_id
order by query, campaign, campaign_id;
