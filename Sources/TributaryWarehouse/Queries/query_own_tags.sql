-- Page views by tagged links on the shop's own pages, which began no visit.
-- Grain: one row per source, medium and campaign. Parameters: ?1 first day, ?2 last day.
select source, medium, campaign, sum(page_views) as page_views
from own_tag_day
where day between ?1 and ?2
group by source, medium, campaign
order by page_views desc, source, medium, campaign;
