-- What was sold, by category.
-- Grain: one row per category. Units: pieces; revenue and margin in minor units, margin null
-- where the cost of any of the goods is unknown.
-- Parameters: ?1 first day, ?2 last day.
select
  category as label, sum(pieces) as volume, sum(revenue) as money,
  case when count(margin) = count(*) then sum(margin) end as margin
from mart_category_day
where day between ?1 and ?2
group by category
order by money desc, label;
