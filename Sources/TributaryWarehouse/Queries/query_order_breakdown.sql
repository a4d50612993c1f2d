-- Orders of a window by how they were made and what became of them.
-- Grain: one row per dimension and value. Units: revenue in minor units of the shop's currency by
-- the latest rate up to the day; an order without a known rate is counted, its money is left out.
-- Parameters: ?1 first day, ?2 last day.
with rated as (
  select
    orders.*,
    case
      when coalesce(orders.currency, '') in ('', shop_currency()) then 1.0
      else (
        select exchange_rate.rate * minor_units(shop_currency()) / minor_units(orders.currency)
        from exchange_rate
        where exchange_rate.currency = orders.currency
          and exchange_rate.date <= zoned_day(orders.placed_at)
        order by exchange_rate.date desc
        limit 1
      )
    end as rate
  from orders
  where zoned_day(placed_at) between ?1 and ?2
), placed as (
  select
    channel, method, status, payment_method,
    case when abs(total * rate) < 1e13 then cast(round(total * rate) as integer) end as total,
    is_lost(status, cancelled_at) as is_lost
  from rated
), spread as (
  select 'channel' as dimension, coalesce(channel, '') as name, total, is_lost from placed
  union all
  select 'method', coalesce(method, ''), total, is_lost from placed
  union all
  select 'status', coalesce(status, ''), total, is_lost from placed
  union all
  select 'payment', coalesce(payment_method, ''), total, is_lost from placed
)
select
  dimension, name, count(*) as orders,
  coalesce(sum(total) filter (where not is_lost), 0) as revenue, sum(is_lost) as cancelled
from spread
group by dimension, name
order by dimension, name;
