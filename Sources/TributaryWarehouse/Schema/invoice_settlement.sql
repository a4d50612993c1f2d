-- When an invoice was paid in full. Grain: one row per invoice; paid_at is null while it is not, and
-- for one that the shop took back.
create view invoice_settlement as -- one row per invoice: when it was paid in full
select invoice_id, paid_at
from invoice_fact;
