-- What attribution must know of the orders of temp.journey_member.
-- Grain: one row per order whose money can be told in the shop's currency, below 1e13, where
-- sums stay within 64 bits. Units: milliseconds;
-- total and margin in minor units of the shop's currency by the latest rate up to the day.
-- Margin = total - cost of goods - delivery cost; an unknown cost counts as 0, as in the marts.
with line_cost as (
  select
    order_line.order_id,
    sum(
      coalesce(
        order_line.line_cost,
        order_line.quantity
          * coalesce(order_line.unit_cost, product.exact_unit_cost, product.unit_cost)
      )
    ) as cost_of_goods
  from temp.journey_member member
  cross join order_line on order_line.order_id = member.member
  left join product using (sku)
  where member.kind = 'order'
  group by order_line.order_id
), rated as (
  select
    orders.*,
    coalesce(orders.cost_of_goods, line_cost.cost_of_goods, 0) as known_cost,
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
  from temp.journey_member member
  cross join orders on orders.order_id = member.member
  left join line_cost using (order_id)
  where member.kind = 'order'
)
select
  order_id, placed_at,
  cast(round(total * rate) as integer) as total,
  cast(round((total - known_cost - coalesce(delivery_cost, 0)) * rate) as integer) as margin,
  is_lost(status, cancelled_at) as is_lost,
  geodomain, client_id, loyalty_card, customer_phone, customer_email
from rated
where abs(total * rate) < 1e13
  and abs((total - known_cost - coalesce(delivery_cost, 0)) * rate) < 1e13
order by placed_at, order_id;
