-- Refunds of the dirty days that name no known order.
delete from refund_fact
where day in (select day from temp.dirty_day);

insert into refund_fact (day, order_id, refund_id, amount)
select d.day, g.order_id, g.refund_id, exchanged(g.amount, r.rate) as amount
from temp.dirty_day d
cross join order_refund g on g.at >= d.starts_at and g.at < d.ends_at
left join day_rate r on r.day = d.day and r.currency = g.currency
where not exists (select 1 from orders o where o.order_id = g.order_id);
