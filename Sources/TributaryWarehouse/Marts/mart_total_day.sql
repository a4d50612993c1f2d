-- Grain: one row per day and measure whose source has rows on the day; a day without orders has no
-- row, one whose orders were all lost has revenue 0.
-- Units: orders, cancelled, page_views and sessions are counts; revenue, spend, invoices_paid and
-- payments are minor units of the shop's currency by the latest rate up to the day. Orders and
-- revenue leave out lost orders and stand on the day of placing, invoices on the day of paying.
-- Invariant: what the newest run changes stands in day_history as it was before the run, and the
-- files that changed it in day_history_file.
delete from temp.dirty_total;

insert into temp.dirty_total
with demand as (
  select
    m.day,
    sum(m.orders - m.cancelled) as orders,
    sum(m.revenue) as revenue,
    sum(m.cancelled) as cancelled
  from temp.dirty_day d
  cross join mart_demand_day m on m.day = d.day
  group by m.day
),
money as (
  select d.day, 'invoices_paid' as measure, i.total as amount, coalesce(i.currency, '') as currency
  from temp.dirty_day d
  cross join invoice i on i.paid_at >= d.starts_at and i.paid_at < d.ends_at
  union all
  select d.day, 'payments', p.amount, coalesce(p.currency, '')
  from temp.dirty_day d
  cross join payment p on p.paid_at >= d.starts_at and p.paid_at < d.ends_at
),
rated as (
  select
    day,
    measure,
    amount,
    case
      when currency in ('', shop_currency()) then 1.0
      else (
        select r.rate * minor_units(shop_currency()) / minor_units(money.currency)
        from exchange_rate r
        where r.currency = money.currency
          and r.date <= money.day
        order by r.date desc
        limit 1
      )
    end as rate
  from money
)
select day, 'orders', orders from demand
union all
select day, 'revenue', revenue from demand
union all
select day, 'cancelled', cancelled from demand
union all
select day, 'spend', coalesce(sum(cost), 0) from temp.dirty_spend group by day
union all
select
  day,
  measure,
  coalesce(sum(cast(round(amount * rate) as integer)) filter (where abs(amount * rate) < 1e13), 0)
from rated
group by day, measure
union all
select e.day, 'page_views', sum(e.events)
from temp.dirty_day d
cross join event_span e on e.day = d.day
group by e.day
union all
select s.day, 'sessions', count(*)
from temp.dirty_day d
cross join session s on s.day = d.day
group by s.day;

-- A run may refill a day twice: what it was before the run stays.
insert or ignore into day_history (run_id, day, measure, before)
with latest as (
  select coalesce(max(run_id), 0) as run_id
  from run
),
known as (
  select m.day, m.measure, m.total
  from temp.dirty_day d
  cross join mart_total_day m on m.day = d.day
),
changed as (
  select t.day, t.measure, k.total as before
  from temp.dirty_total t
  left join known k on k.day = t.day and k.measure = t.measure
  where k.total is not t.total
  union all
  select k.day, k.measure, k.total
  from known k
  left join temp.dirty_total t on t.day = k.day and t.measure = k.measure
  where t.total is null
)
select latest.run_id, changed.day, changed.measure, changed.before
from changed
cross join latest;

-- A visit across midnight changes with the log of the day beside it.
insert or ignore into day_history_file (run_id, day, kind, source_file_id)
with latest as (
  select coalesce(max(run_id), 0) as run_id
  from run
),
restated as (
  select distinct h.day
  from latest
  cross join day_history h on h.run_id = latest.run_id
  where h.before is not null
),
near as (
  select day, day as restated from restated
  union
  select date(day, '-1 day'), day from restated
  union
  select date(day, '+1 day'), day from restated
  union
  select '', day from restated
)
select latest.run_id, f.day, f.kind, f.source_file_id
from latest
cross join near
cross join stale_day_file f on f.day = near.day
where f.day in ('', near.restated)
  or f.kind = 'clickstream';

delete from mart_total_day
where day in (select day from temp.dirty_day);

insert into mart_total_day (day, measure, total)
select day, measure, total
from temp.dirty_total;
