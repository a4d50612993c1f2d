-- Grain: one row per day of the session and landing page; '' is unknown.
-- Units: counts; revenue in minor units of the shop's currency.
-- Invariant: visits over all pages of a day = sessions of the day; an order seen in several
-- sessions counts for the first of them only; lost orders are left out.
delete from mart_landing_day
where day in (select day from temp.dirty_day);

insert into mart_landing_day (day, landing_path, visits, orders, revenue)
with visited as (
  select s.session_id, s.day, coalesce(s.landing_path, '') as landing_path, s.started_at
  from temp.dirty_day d
  cross join session s on s.day = d.day
),
ordered as (
  select
    v.session_id,
    count(*) as orders,
    sum(o.total) as revenue
  from visited v
  cross join session_order seen on seen.session_id = v.session_id
  cross join order_fact o on o.order_id = seen.order_id
  where not o.is_lost
    and not exists (
      select 1
      from session_order other
      join session earlier on earlier.session_id = other.session_id
      where other.order_id = seen.order_id
        and (earlier.started_at, earlier.session_id) < (v.started_at, v.session_id)
    )
  group by v.session_id
)
select
  v.day,
  v.landing_path,
  count(*) as visits,
  coalesce(sum(o.orders), 0) as orders,
  coalesce(sum(o.revenue), 0) as revenue
from visited v
left join ordered o on o.session_id = v.session_id
group by v.day, v.landing_path;
