-- Every member.
insert or ignore into temp.journey_seed (kind, member)
select 'visitor', cast(visitor as text) from (select distinct visitor from session)
union all
select 'order', order_id from orders
union all
select 'call', call_id from call
union all
select 'letter', letter_id from letter
union all
select 'invoice', invoice_id from invoice;
