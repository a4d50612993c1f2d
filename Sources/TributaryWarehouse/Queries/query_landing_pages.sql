-- Pages on which visits began.
-- Grain: one row per page. Units: revenue in minor units. Parameters: ?1 first day, ?2 last day.
select
  landing_path as label, sum(visits) as volume, sum(orders) as conversions,
  sum(revenue) as money
from mart_landing_day
where day between ?1 and ?2
group by landing_path
order by volume desc, label;
