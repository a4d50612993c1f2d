-- Grain: one row per day on which any source has a row.
select day from request_day
union
select day from session
union
select zoned_day(placed_at) from orders
union
select zoned_day(at) from order_status
union
select zoned_day(at) from order_refund
union
select zoned_day(started_at) from call
union
select zoned_day(received_at) from letter
union
select zoned_day(issued_at) from invoice
union
select zoned_day(paid_at) from invoice where paid_at is not null
union
select zoned_day(paid_at) from payment
union
select date from spend
union
select day from conversion
order by day;
