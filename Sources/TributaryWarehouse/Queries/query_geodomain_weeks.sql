-- Orders of each city domain by week.
-- Grain: one row per domain and week (its Monday) with orders. Parameters: ?1 last day.
select
  geodomain, date(day, 'weekday 0', '-6 days') as monday, sum(orders) as orders
from mart_geodomain_day
where day <= ?1 and geodomain <> '' and orders > 0
group by geodomain, monday
order by geodomain, monday;
