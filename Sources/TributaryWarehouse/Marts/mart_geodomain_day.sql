-- Grain: one row per day and city domain; '' is everything without a known domain.
-- Units: counts; revenue and spend in minor units of the shop's currency.
-- Invariant: orders and revenue leave out lost orders and those of a store, which no domain
-- brought; each other order counts once. Visits and
-- web_orders belong to the domain that was visited, orders and revenue to the domain of the
-- customer's city: a city without a domain must not make another look strong. A call belongs to the
-- domain that shows the dialled number on that day, a letter to that of its order.
delete from mart_geodomain_day
where day in (select day from temp.dirty_day);

insert into mart_geodomain_day
  (day, geodomain, visits, web_orders, orders, calls, letters, revenue, spend)
with visited as (
  select
    day, geodomain, sessions as visits, 0 as web_orders, 0 as orders, 0 as calls, 0 as letters,
    0 as revenue, 0 as spend
  from temp.dirty_session
),
ordered_here as (
  select d.day, o.geodomain, 0, o.is_web, 0, 0, 0, 0, 0
  from temp.dirty_day d
  cross join order_fact o on o.day = d.day
  where not o.is_lost
),
ordered_from as (
  select d.day, o.home, 0, 0, 1, 0, 0, o.total, 0
  from temp.dirty_day d
  cross join order_fact o on o.day = d.day
  where not o.is_lost and o.channel <> 'store'
),
called as (
  select
    d.day,
    coalesce((
      select n.geodomain
      from phone_number n
      where n.number = c.dialled_number
        and n.valid_from <= d.day
        and (n.valid_to is null or n.valid_to >= d.day)
      order by n.valid_from desc
      limit 1
    ), ''),
    0, 0, 0, 1, 0, 0, 0
  from temp.dirty_day d
  cross join call c on c.started_at >= d.starts_at and c.started_at < d.ends_at
),
written as (
  select d.day, coalesce(o.geodomain, ''), 0, 0, 0, 0, 1, 0, 0
  from temp.dirty_day d
  cross join letter l on l.received_at >= d.starts_at and l.received_at < d.ends_at
  left join order_fact o on o.order_id = l.order_id
),
spent as (
  select d.day, f.geodomain, 0, 0, 0, 0, 0, 0, f.cost
  from temp.dirty_day d
  cross join spend_fact f on f.day = d.day
),
joined as (
  select * from visited
  union all
  select * from ordered_here
  union all
  select * from ordered_from
  union all
  select * from called
  union all
  select * from written
  union all
  select * from spent
)
select
  day,
  geodomain,
  sum(visits) as visits,
  sum(web_orders) as web_orders,
  sum(orders) as orders,
  sum(calls) as calls,
  sum(letters) as letters,
  coalesce(sum(revenue), 0) as revenue,
  coalesce(sum(spend), 0) as spend
from joined
group by day, geodomain;
