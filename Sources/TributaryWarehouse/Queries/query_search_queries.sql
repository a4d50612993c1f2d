-- What people typed before they clicked on an advertisement.
-- Grain: one row per query. Units: cost in minor units. Parameters: ?1 first day, ?2 last day.
select
  query as label, sum(coalesce(clicks, 0)) as volume, sum(coalesce(conversions, 0)) as conversions,
  sum(coalesce(cost, 0)) as money
from search_query
where date between ?1 and ?2
group by query
order by volume desc, label;
