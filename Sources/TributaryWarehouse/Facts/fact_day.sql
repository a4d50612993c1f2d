-- The days on which the orders and invoices that are made anew stand, and the refunds of these orders.
insert or ignore into temp.fact_day (day)
select f.day
from temp.fact_order t
cross join order_fact f on f.order_id = t.order_id
union
select zoned_day(g.at)
from temp.fact_order t
cross join order_refund g on g.order_id = t.order_id
union
select f.day
from temp.fact_invoice t
cross join invoice_fact f on f.invoice_id = t.invoice_id
union
select f.due_day
from temp.fact_invoice t
cross join invoice_fact f on f.invoice_id = t.invoice_id
union
select f.paid_day
from temp.fact_invoice t
cross join invoice_fact f on f.invoice_id = t.invoice_id
where f.paid_day is not null;
