-- What was paid for campaigns, and the visits that carry them; channel: of their tags.
-- Grain: one row per campaign, and one per source, medium and name of visits with a macro that the
-- platform did not replace; is_shared: 1 where visits of these days have a name that
-- several numbers spent under on one day. Units: spend in minor units. Parameters: ?1 first day, ?2 last day.
select
  campaign.campaign_key, campaign.name, campaign.source, campaign.medium,
  campaign.channel,
  sum(mart.spend) as spend, sum(mart.clicks) as clicks, sum(mart.sessions) as sessions,
  0 as is_macro,
  exists (
    select 1 from mart_campaign_day as named
    where named.campaign_key = campaign.shared_name and named.day between ?1 and ?2
      and named.sessions > 0
  ) as is_shared
from mart_campaign_day as mart
join campaign using (campaign_key)
where mart.day between ?1 and ?2
group by campaign.campaign_key
union all
select
  '', coalesce(campaign, ''), coalesce(source, ''), coalesce(medium, ''), channel, 0, 0, count(*), 1, 0
from session
where day between ?1 and ?2 and channel = 'macro-not-replaced'
group by 2, 3, 4, 5
order by 1, 2, 3, 4;
