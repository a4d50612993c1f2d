-- Invoices that are neither paid nor due on a day.
-- Grain: one row. Parameters: ?1 the day.
select count(*) as invoices
from invoice_fact
where not is_void and day <= ?1 and due_day > ?1 and (paid_day is null or paid_day > ?1);
