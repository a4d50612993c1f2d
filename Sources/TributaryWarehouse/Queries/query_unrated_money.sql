-- Money in other currencies that no rate converts: it is in none of the totals.
-- Grain: one row per kind of source and currency. Parameters: ?1 last day.
with foreign_row as (
  select 'orders' as kind, currency, zoned_day(placed_at) as day, total as amount
  from orders
  where currency not in ('', shop_currency())
  union all
  select 'spend', currency, day, stated_cost
  from spend_fact
  where currency not in ('', shop_currency())
)
select f.kind, f.currency, count(*) as records, sum(cast(f.amount as real)) as amount
from foreign_row f
where f.day <= ?1
  and exists (
    select 1 from day_rate r where r.day = f.day and r.currency = f.currency and r.rate is null
  )
group by f.kind, f.currency
order by f.kind, f.currency;
