-- The orders of the marts are those of the table, to the kopeck. Totals are minor units.
with listed as (
  select coalesce(sum(total), 0) as total from "orders"
  where currency = 'RUB' and not is_lost(status, cancelled_at)
),
summed as (
  select coalesce(sum(revenue), 0) as revenue from mart_demand_day
)
select listed.total, summed.revenue
from listed, summed
where listed.total <> summed.revenue
