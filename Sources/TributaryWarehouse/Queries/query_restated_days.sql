-- What past days said at the end of the last completed run of an earlier as-of day, and what they
-- say now, where the two differ.
-- Grain: one row per day, measure and file that brought the change; path is null where none did.
-- Parameters: ?1 the as-of day.
with baseline as (
  select run_id, as_of
  from run
  where as_of < ?1
    and finished_at is not null
  order by as_of desc, run_id desc
  limit 1
),
changed as (
  select b.run_id as baseline, h.day, h.measure, min(h.run_id) as run_id
  from baseline b
  cross join day_history h on h.run_id > b.run_id
  where h.day <= b.as_of
  group by h.day, h.measure
),
restated as (
  select c.baseline, c.day, c.measure, h.before, coalesce(t.total, 0) as after
  from changed c
  join day_history h on h.run_id = c.run_id and h.day = c.day and h.measure = c.measure
  left join mart_total_day t on t.day = c.day and t.measure = c.measure
  where h.before is not null
    and h.before <> coalesce(t.total, 0)
),
-- Which tables a measure is made of.
made_of (measure, kind) as (
  values
    ('orders', 'orders'), ('orders', 'exchange_rates'), ('cancelled', 'orders'),
    ('revenue', 'orders'), ('revenue', 'exchange_rates'), ('spend', 'spend'),
    ('spend', 'exchange_rates'), ('invoices_paid', 'invoices'), ('invoices_paid', 'payments'),
    ('invoices_paid', 'exchange_rates'), ('payments', 'payments'),
    ('payments', 'exchange_rates'), ('page_views', 'clickstream'), ('sessions', 'clickstream')
),
brought as (
  select distinct r.day, r.measure, s.path, s.natural_path
  from restated r
  join made_of m on m.measure = r.measure
  join day_history_file f on f.run_id > r.baseline and f.kind = m.kind
  join source_file s on s.source_file_id = f.source_file_id
  where (
      f.day in (r.day, '')
      or (r.measure = 'sessions' and f.day in (date(r.day, '-1 day'), date(r.day, '+1 day')))
    )
    -- Of payments only files that pay invoices say when one was paid.
    and (
      r.measure <> 'invoices_paid'
      or f.kind <> 'payments'
      or exists (
        select 1
        from payment p
        where p.source_file_id = f.source_file_id and coalesce(p.invoice_id, '') <> ''
      )
    )
)
select r.day, r.measure, r.before, r.after, b.path
from restated r
left join brought b on b.day = r.day and b.measure = r.measure
order by r.day desc, r.measure, b.natural_path, b.path;
