-- What was sold, by category.
-- Grain: one row per category. Units: pieces; revenue and margin in minor units.
-- Parameters: ?1 first day, ?2 last day.
select
  category as label, sum(pieces) as volume, sum(revenue) as money, sum(margin) as margin
from mart_category_day
where day between ?1 and ?2
group by category
order by money desc, label;
