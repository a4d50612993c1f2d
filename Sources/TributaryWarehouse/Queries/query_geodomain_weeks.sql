-- Orders of each city by week, lost ones left out, whichever domain they came through.
-- Grain: one row per domain and week (its Monday) with orders. Parameters: ?1 last day.
-- An order belongs to the domain of its city, so that what a city bought through another domain
-- before its own opened is known; where no domain has its city, to the domain it came through.
with placed as (
  select
    coalesce(
      (
        select domain from geodomain
        where geodomain.city = orders.city and geodomain.domain = orders.geodomain
      ),
      (select min(domain) from geodomain where geodomain.city = orders.city),
      orders.geodomain, ''
    ) as geodomain,
    zoned_day(orders.placed_at) as day
  from orders
  where orders.cancelled_at is null
    and coalesce(orders.status, '') not in ('cancelled', 'unclaimed', 'returned', 'refunded')
)
select geodomain, date(day, 'weekday 0', '-6 days') as monday, count(*) as orders
from placed
where day <= ?1 and geodomain <> ''
group by geodomain, monday
order by geodomain, monday;
