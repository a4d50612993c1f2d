-- Grain: one row per day of the change, status before and status after; '' before the first.
-- Units: orders; hours_total is the time spent in the status before, summed over the orders.
-- Invariant: a change to the same status is no change. Two statuses of one instant are ordered by
-- name.
delete from mart_order_transition
where day in (select day from temp.dirty_day);

insert into mart_order_transition (day, from_status, to_status, orders, hours_total)
with touched as (
  select distinct s.order_id
  from temp.dirty_day d
  join order_status s on s.at >= d.starts_at and s.at < d.ends_at
),
history as (
  select
    s.order_id,
    s.at,
    s.status,
    lag(s.status) over way as from_status,
    lag(s.at) over way as from_at
  from touched t
  join order_status s on s.order_id = t.order_id
  window way as (partition by s.order_id order by s.at, s.status)
)
select
  d.day,
  coalesce(h.from_status, '') as from_status,
  h.status as to_status,
  count(*) as orders,
  coalesce(sum((h.at - h.from_at) / 3600000.0), 0.0) as hours_total
from history h
join temp.dirty_day d on d.day = zoned_day(h.at)
where h.from_status is not h.status
group by d.day, coalesce(h.from_status, ''), h.status;
