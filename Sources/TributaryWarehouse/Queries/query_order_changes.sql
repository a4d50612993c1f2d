-- Every change of status of orders placed in a window, as known on its last day.
-- Grain: one row per change. Units: at in milliseconds; total in minor units of the shop's currency,
-- null where it is not known.
-- Parameters: ?1 first day, ?2 last day.
select fact.order_id, fact.total, order_status.at, order_status.status
from order_fact fact
join order_status on order_status.order_id = fact.order_id
where fact.day between ?1 and ?2 and zoned_day(order_status.at) <= ?2
order by fact.order_id, order_status.at, order_status.status;
