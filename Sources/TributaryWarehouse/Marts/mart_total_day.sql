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
)
select day, 'orders', orders from demand
union all
select day, 'revenue', revenue from demand
union all
select day, 'cancelled', cancelled from demand
union all
select d.day, 'spend', coalesce(sum(f.cost), 0)
from temp.dirty_day d
cross join spend_fact f on f.day = d.day
group by d.day
union all
select d.day, 'invoices_paid', coalesce(sum(f.total), 0)
from temp.dirty_day d
cross join invoice_fact f on f.paid_day = d.day
group by d.day
union all
select d.day, 'payments', coalesce(sum(exchanged(p.amount, r.rate)), 0)
from temp.dirty_day d
cross join payment p on p.paid_at >= d.starts_at and p.paid_at < d.ends_at
left join day_rate r on r.day = d.day and r.currency = coalesce(p.currency, '')
group by d.day
union all
select e.day, 'page_views', sum(e.events)
from temp.dirty_day d
cross join event_span e on e.day = d.day
group by e.day
union all
select day, 'sessions', sum(sessions)
from temp.dirty_session
group by day;

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
