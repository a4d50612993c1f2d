-- Grain: one row per day and key figure that has data on the day.
-- Units: money in minor units of the shop's currency; a figure over a window is
-- sum(numerator) / sum(denominator) for ratios and sum(numerator) for plain sums, whose
-- denominator is 1.
-- Invariant: orders, revenue and margin leave out lost orders, cancelled_share is lost orders of
-- all placed, paid_invoice_share paid ones of those due on the day, both as known today; conversion
-- is orders made on the site over visits; margin is of the orders whose cost is known, cost_coverage
-- their share of revenue. The return on ad spend is not here: which channels cost money is known of
-- the whole history, see query_indicator_days.
delete from mart_indicator_day
where day in (select day from temp.dirty_day);

insert into mart_indicator_day (day, indicator, numerator, denominator)
with demand as (
  select
    m.day,
    sum(m.orders) as placed,
    sum(m.cancelled) as lost,
    sum(m.orders - m.cancelled) as orders,
    sum(m.revenue) as revenue,
    sum(m.costed_revenue) as costed_revenue,
    sum(m.margin) as margin
  from temp.dirty_day d
  cross join mart_demand_day m on m.day = d.day
  group by m.day
),
city as (
  select
    m.day,
    sum(m.visits) as visits,
    sum(m.web_orders) as web_orders,
    sum(m.calls) as calls,
    sum(m.letters) as letters,
    sum(m.spend) as spend
  from temp.dirty_day d
  cross join mart_geodomain_day m on m.day = d.day
  group by m.day
),
billed as (
  select d.day, count(*) as due, count(f.paid_day) as paid
  from temp.dirty_day d
  cross join invoice_fact f on f.due_day = d.day
  where not f.is_void
  group by d.day
)
select day, 'revenue', revenue, 1 from demand
union all
select day, 'orders', orders, 1 from demand
union all
select day, 'margin', margin, 1 from demand
union all
select day, 'cost_coverage', costed_revenue, revenue from demand
union all
select day, 'average_order', revenue, orders from demand
union all
select day, 'cancelled_share', lost, placed from demand
union all
select day, 'visits', visits, 1 from city where visits > 0
union all
select day, 'conversion', web_orders, visits from city where visits > 0
union all
select day, 'calls', calls, 1 from city where calls > 0
union all
select day, 'letters', letters, 1 from city where letters > 0
union all
select day, 'spend', spend, 1 from city where spend > 0
union all
select day, 'paid_invoice_share', paid, due from billed;
