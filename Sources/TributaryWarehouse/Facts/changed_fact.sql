-- The orders that were or are placed on the dirty days, those that sessions of these days saw, and
-- those whose status changed on them.
insert or ignore into temp.fact_order (order_id)
select f.order_id
from temp.dirty_day d
cross join order_fact f on f.day = d.day
union
select o.order_id
from temp.dirty_day d
cross join orders o on o.placed_at >= d.starts_at and o.placed_at < d.ends_at
union
select seen.order_id
from temp.dirty_day d
cross join session s on s.day = d.day
cross join session_order seen on seen.session_id = s.session_id
where s.reached_order = 1
union
select s.order_id
from temp.dirty_day d
cross join order_status s on s.at >= d.starts_at and s.at < d.ends_at
cross join orders o on o.order_id = s.order_id;

-- The invoices that were or are issued or paid on the dirty days, those that payments of these days
-- pay, and those of the orders whose facts were made anew.
insert or ignore into temp.fact_invoice (invoice_id)
select f.invoice_id
from temp.dirty_day d
cross join invoice_fact f on f.day = d.day
union
select f.invoice_id
from temp.dirty_day d
cross join invoice_fact f on f.paid_day = d.day
union
select i.invoice_id
from temp.dirty_day d
cross join invoice i on i.issued_at >= d.starts_at and i.issued_at < d.ends_at
union
select i.invoice_id
from temp.dirty_day d
cross join invoice i on i.paid_at >= d.starts_at and i.paid_at < d.ends_at
union
select p.invoice_id
from temp.dirty_day d
cross join payment p on p.paid_at >= d.starts_at and p.paid_at < d.ends_at
where p.invoice_id is not null
union
select f.invoice_id
from temp.fact_order t
cross join invoice_fact f on f.order_id = t.order_id;
