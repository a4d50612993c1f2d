-- Grain: one row per day, funnel and step.
-- Units: sessions by session day (visit, product, cart, checkout, order), orders by day of placing
-- (paid, delivered), letters by day of receipt (letter, invoice, invoice_paid).
-- Invariant: a step that a funnel has on a day has a row there, also with 0.
delete from mart_funnel_step
where day in (select day from temp.dirty_day);

insert into mart_funnel_step (day, funnel, step, entered)
with visited as (
  select
    s.day,
    count(*) as visit,
    sum(s.reached_product) as product,
    sum(s.reached_cart) as cart,
    sum(s.reached_checkout) as checkout,
    sum(s.reached_order) as ordered
  from temp.dirty_day d
  cross join session s on s.day = d.day
  group by s.day
),
placed as (
  select d.day, count(o.paid_day) as paid, count(o.delivered_day) as delivered
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
select day, 'purchase', 'visit', visit from visited
union all
select day, 'purchase', 'product', product from visited
union all
select day, 'purchase', 'cart', cart from visited
union all
select day, 'purchase', 'checkout', checkout from visited
union all
select day, 'purchase', 'order', ordered from visited
union all
select day, 'purchase', 'paid', paid from placed
union all
select day, 'purchase', 'delivered', delivered from placed
union all
select day, 'letter', 'letter', letter from written
union all
select day, 'letter', 'invoice', invoice from written
union all
select day, 'letter', 'invoice_paid', invoice_paid from written;
