-- Grain: one row per day of the session and landing page; '' is unknown.
-- Units: counts; revenue in minor units of the shop's currency.
-- Invariant: visits over all pages of a day = sessions of the day; an order seen in several
-- sessions counts for the first of them only; lost orders are left out.
delete from mart_landing_day
where day in (select day from temp.dirty_day);

insert into mart_landing_day (day, landing_path, visits, orders, revenue)
with part as (
  select day, landing_path, sessions as visits, 0 as orders, 0 as revenue
  from temp.dirty_session
  union all
  select s.day, coalesce(s.landing_path, ''), 0, 1, o.total
  from temp.dirty_day d
  cross join session s on s.day = d.day
  cross join order_sight seen on seen.session_id = s.session_id
  cross join order_fact o on o.order_id = seen.order_id
  where s.reached_order = 1
    and not o.is_lost
    and seen.is_first
)
select
  day,
  landing_path,
  sum(visits) as visits,
  sum(orders) as orders,
  coalesce(sum(revenue), 0) as revenue
from part
group by day, landing_path;
