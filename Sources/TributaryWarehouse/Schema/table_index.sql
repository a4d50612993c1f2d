-- Indexes on the tables that files fill: the marts find a day's rows through them.

create index order_line_order on order_line (order_id);
create index orders_placed_at on orders (placed_at);
create index order_status_at on order_status (at);
create index call_started_at on call (started_at);
create index letter_received_at on letter (received_at);
create index letter_invoice on letter (invoice_id);
create index letter_order on letter (order_id);
create index letter_from_email on letter (from_email, received_at);
create index invoice_issued_at on invoice (issued_at);
create index payment_invoice on payment (invoice_id);
create index invoice_customer_email on invoice (customer_email, issued_at);
create index invoice_paid_at on invoice (paid_at);
create index payment_paid_at on payment (paid_at);
