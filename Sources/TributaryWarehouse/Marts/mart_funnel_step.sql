-- Grain: one row per day, funnel, step and set of earlier steps that were skipped on the way to it.
-- Units: sessions by session day (visit, product, cart, checkout, order), web orders by day of
-- placing (paid, delivered), letters by day of receipt (letter, invoice, invoice_paid).
-- Invariant: a step that a funnel has on a day has a row with skipped = '' there, also with 0: who
-- went step by step. All rows of a step add up to all who reached it. A confirmation whose order an
-- earlier session saw is no second order.
delete from mart_funnel_step
where day in (select day from temp.dirty_day);

insert into mart_funnel_step (day, funnel, step, skipped, entered)
with again as (
  select s.session_id
  from temp.dirty_day d
  cross join session s on s.day = d.day and s.reached_order = 1
  cross join order_sight seen on seen.session_id = s.session_id
  group by s.session_id
  having not max(seen.is_first)
),
path as (
  select
    s.day,
    s.reached_product as product,
    s.reached_cart as cart,
    s.reached_checkout as checkout,
    s.reached_order and s.session_id not in (select session_id from again) as ordered,
    iif(s.reached_product, '', ' product') as before_cart,
    iif(s.reached_cart, '', ' cart') as before_checkout,
    iif(s.reached_checkout, '', ' checkout') as before_order,
    count(*) as sessions
  from temp.dirty_day d
  cross join session s on s.day = d.day
  where s.reached_product or s.reached_cart or s.reached_checkout or s.reached_order
  group by s.day, product, cart, checkout, ordered
),
visited as (
  select day, 'visit' as step, '' as skipped, sessions from temp.dirty_session
  union all
  select day, 'product', '', sessions from path where product
  union all
  select day, 'cart', ltrim(before_cart), sessions from path where cart
  union all
  select day, 'checkout', ltrim(before_cart || before_checkout), sessions from path where checkout
  union all
  select day, 'order', ltrim(before_cart || before_checkout || before_order), sessions
  from path
  where ordered
  union all
  select day, column1, '', 0
  from (select distinct day from temp.dirty_session)
  cross join (values ('product'), ('cart'), ('checkout'), ('order'))
),
placed as (
  select
    d.day,
    sum(o.is_from_cart and o.paid_day is not null) as paid,
    sum(o.is_from_cart and o.delivered_day is not null and o.paid_day is not null) as delivered,
    sum(o.is_from_cart and o.delivered_day is not null and o.paid_day is null) as unpaid
  from temp.dirty_day d
  cross join order_fact o on o.day = d.day
  group by d.day
),
written as (
  select
    d.day,
    count(*) as letter,
    count(i.invoice_id) as invoice,
    count(s.paid_at) as invoice_paid
  from temp.dirty_day d
  cross join letter l on l.received_at >= d.starts_at and l.received_at < d.ends_at
  join letter_answer a on a.letter_id = l.letter_id
  left join invoice i on i.invoice_id = a.invoice_id
  left join invoice_settlement s on s.invoice_id = i.invoice_id
  group by d.day
)
select day, 'purchase', step, skipped, sum(sessions)
from visited
group by day, step, skipped
union all
select day, 'purchase', 'paid', '', paid from placed
union all
select day, 'purchase', 'delivered', '', delivered from placed
union all
select day, 'purchase', 'delivered', 'paid', unpaid from placed where unpaid > 0
union all
select day, 'letter', 'letter', '', letter from written
union all
select day, 'letter', 'invoice', '', invoice from written
union all
select day, 'letter', 'invoice_paid', '', invoice_paid from written;
