-- What attribution must know of the orders of temp.journey_member.
-- Grain: one row per order whose money is known in the shop's currency. Units: milliseconds; total
-- and margin in minor units. is_day: placed_at is a day without a time.
select
  orders.order_id, orders.placed_at, fact.total, fact.margin, fact.is_lost, orders.geodomain,
  orders.client_id, orders.loyalty_card, orders.customer_phone, orders.customer_email,
  exists (
    select 1
    from day_column
    where day_column.source_file_id = orders.source_file_id and column_name = 'placed_at'
  ) as is_day
from temp.journey_member member
cross join orders on orders.order_id = member.member
cross join order_fact fact on fact.order_id = orders.order_id
where member.kind = 'order' and fact.total is not null and fact.margin is not null
order by orders.placed_at, orders.order_id;
