-- What each campaign cost and how often it was seen.
-- Grain: one row per campaign with spend or sessions; week_spend: of the last seven days.
-- Units: spend in minor units.
-- Parameters: ?1 first day, ?2 last day.
select
  campaign.campaign_key, campaign.name, campaign.source, campaign.medium, campaign.type,
  sum(mart.spend) as spend, sum(mart.impressions) as impressions, sum(mart.clicks) as clicks,
  sum(mart.sessions) as sessions,
  coalesce(sum(mart.spend) filter (where mart.day > date(?2, '-7 days')), 0) as week_spend
from mart_campaign_day as mart
join campaign using (campaign_key)
where mart.day between ?1 and ?2
group by campaign.campaign_key
order by campaign.campaign_key;
