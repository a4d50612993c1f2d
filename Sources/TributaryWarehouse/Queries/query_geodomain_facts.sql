-- What each city domain brought.
-- Grain: one row per domain. Units: revenue and spend in minor units.
-- Parameters: ?1 first day, ?2 last day.
with totals as (
  select
    geodomain, sum(visits) as visits, sum(web_orders) as web_orders, sum(orders) as orders,
    sum(calls) as calls, sum(revenue) as revenue, sum(spend) as spend
  from mart_geodomain_day
  where day between ?1 and ?2
  group by geodomain
)
select
  geodomain.domain, geodomain.city, geodomain.population, geodomain.launched_on,
  coalesce(totals.visits, 0) as visits, coalesce(totals.web_orders, 0) as web_orders,
  coalesce(totals.orders, 0) as orders, coalesce(totals.calls, 0) as calls,
  coalesce(totals.revenue, 0) as revenue, coalesce(totals.spend, 0) as spend
from geodomain
left join totals on totals.geodomain = geodomain.domain
order by geodomain.domain;
