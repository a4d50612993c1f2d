-- Every change of status of orders placed in a window, as known on its last day.
-- Grain: one row per change. Units: at in milliseconds; total in minor units.
-- Parameters: ?1 first day, ?2 last day.
select orders.order_id, orders.total, order_status.at, order_status.status
from orders
join order_status using (order_id)
where zoned_day(orders.placed_at) between ?1 and ?2 and zoned_day(order_status.at) <= ?2
order by orders.order_id, order_status.at, order_status.status;
