-- What parts of campaigns cost: ad groups, keywords and city domains as spend names them.
-- Grain: one row per campaign, ad group, keyword and city domain; '' where spend does not say.
-- Units: minor units. Parameters: ?1 first day, ?2 last day.
select
  campaign_key, ad_group, keyword, geodomain, coalesce(sum(cost), 0) as spend, sum(clicks) as clicks
from spend_fact
where day between ?1 and ?2 and campaign_key is not null
group by campaign_key, ad_group, keyword, geodomain
order by campaign_key, ad_group, keyword, geodomain;
