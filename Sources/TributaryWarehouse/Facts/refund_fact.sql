-- Refunds that name no known order: of the dirty days, and of orders whose facts were made anew, for an
-- order that is gone leaves its refunds; one that is left out takes them along.
delete from refund_fact
where day in (select day from temp.dirty_day);

delete from refund_fact
where order_id in (select order_id from temp.fact_order);

insert into refund_fact (day, order_id, refund_id, amount)
with told as (
  select g.order_id, g.refund_id, g.at, g.amount, g.currency
  from temp.dirty_day d
  cross join order_refund g on g.at >= d.starts_at and g.at < d.ends_at
  union
  select g.order_id, g.refund_id, g.at, g.amount, g.currency
  from temp.fact_order t
  cross join order_refund g on g.order_id = t.order_id
)
select zoned_day(g.at) as day, g.order_id, g.refund_id, exchanged(g.amount, r.rate) as amount
from told g
left join day_rate r on r.day = zoned_day(g.at) and r.currency = g.currency
where not exists (select 1 from orders o where o.order_id = g.order_id)
  and not exists (
    select 1 from left_out_row l where l.table_name = 'orders' and l.key = g.order_id
  );
