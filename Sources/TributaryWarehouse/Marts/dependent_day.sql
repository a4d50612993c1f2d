-- Grain: one row per day whose totals read rows that belong to a dirty day: letters of the day's
-- invoices and orders, invoices that the day's payments pay and their letters, sessions that saw
-- the day's orders, or orders that the day's sessions saw, the next status of the day's orders.
select zoned_day(l.received_at) as day
from temp.dirty_day d
cross join invoice i on i.issued_at >= d.starts_at and i.issued_at < d.ends_at
cross join letter l on l.invoice_id = i.invoice_id
union
select zoned_day(l.received_at)
from temp.dirty_day d
cross join invoice i on i.issued_at >= d.starts_at and i.issued_at < d.ends_at
cross join letter l on l.from_email = i.customer_email
  and l.received_at > i.issued_at - 30 * 86400000 and l.received_at <= i.issued_at
union
select zoned_day(i.issued_at)
from temp.dirty_day d
cross join payment p on p.paid_at >= d.starts_at and p.paid_at < d.ends_at
cross join invoice i on i.invoice_id = p.invoice_id
union
select zoned_day(l.received_at)
from temp.dirty_day d
cross join payment p on p.paid_at >= d.starts_at and p.paid_at < d.ends_at
cross join invoice i on i.invoice_id = p.invoice_id
cross join letter l on l.invoice_id = i.invoice_id
  or (l.from_email = i.customer_email
    and l.received_at > i.issued_at - 30 * 86400000 and l.received_at <= i.issued_at)
union
select zoned_day(l.received_at)
from temp.dirty_day d
cross join orders o on o.placed_at >= d.starts_at and o.placed_at < d.ends_at
cross join letter l on l.order_id = o.order_id
union
select s.day
from temp.dirty_day d
cross join orders o on o.placed_at >= d.starts_at and o.placed_at < d.ends_at
cross join session_order seen on seen.order_id = o.order_id
cross join session s on s.session_id = seen.session_id
union
select other.day
from temp.dirty_day d
cross join session s on s.day = d.day and s.reached_order = 1
cross join session_order seen on seen.session_id = s.session_id
cross join session_order again on again.order_id = seen.order_id
cross join session other on other.session_id = again.session_id
union
select zoned_day(next.at)
from temp.dirty_day d
cross join order_status s on s.at >= d.starts_at and s.at < d.ends_at
cross join order_status next on next.order_id = s.order_id
where next.at >= d.ends_at;
