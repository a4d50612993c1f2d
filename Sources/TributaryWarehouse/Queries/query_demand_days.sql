-- Orders placed on each day that any order source covers: lost ones too, for they are demand.
-- Grain: one row per day with orders. Parameters: ?1 last day.
select day, sum(orders) as orders
from mart_demand_day
where day <= ?1
group by day
order by day;
