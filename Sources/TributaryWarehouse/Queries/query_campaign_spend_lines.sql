-- The rows that told what a campaign cost.
-- Grain: one row per file and currency. Units: cost in minor units of the currency; rows that another
-- file says again are among them.
-- Parameters: ?1 first day, ?2 last day, ?3 campaign_key.
select
  file.path, min(spend.line) as first_line, max(spend.line) as last_line, count(*) as told,
  sum(spend.cost) as cost, coalesce(spend.currency, '') as currency
from spend
join campaign_tag as tag
  on tag.source = spend.source and tag.medium = spend.medium and tag.campaign = spend.campaign
  and tag.campaign_id = spend.campaign_id and spend.date between tag.first_day and tag.last_day
join source_file as file using (source_file_id)
where spend.date between ?1 and ?2 and tag.campaign_key = ?3
group by file.source_file_id, spend.currency
order by file.path, spend.currency;
