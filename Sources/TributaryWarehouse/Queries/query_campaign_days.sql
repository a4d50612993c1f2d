-- What each campaign cost and how often it was seen, day by day.
-- Grain: one row per campaign and day with spend or sessions. Units: spend in minor units.
-- Parameters: ?1 first day, ?2 last day.
select
  campaign.campaign_key, campaign.name, campaign.source, campaign.medium, campaign.type,
  mart.day, mart.spend, mart.impressions, mart.clicks, mart.sessions
from mart_campaign_day as mart
join campaign using (campaign_key)
where mart.day between ?1 and ?2
order by campaign.campaign_key, mart.day;
