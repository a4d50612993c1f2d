-- Visits of campaigns by keyword and city domain; '' where a visit does not say.
-- Grain: one row per campaign, keyword and city domain. Parameters: ?1 first day, ?2 last day.
select
  campaign_key, coalesce(keyword, '') as keyword, coalesce(geodomain, '') as geodomain,
  count(*) as sessions
from session
where day between ?1 and ?2 and campaign_key is not null
group by 1, 2, 3
order by 1, 2, 3;
