-- Every member; of visitors those who saw an order or are named by one.
insert or ignore into temp.journey_seed (kind, member)
select 'visitor', cast(visitor as text)
from (
  select distinct s.visitor
  from session_order seen
  cross join session s on s.session_id = seen.session_id
)
union
select 'visitor', cast(o.client_id as text)
from orders o
where o.client_id is not null
  and exists (select 1 from session s where s.visitor = o.client_id)
union all
select 'order', order_id from orders
union all
select 'call', call_id from call
union all
select 'letter', letter_id from letter
union all
select 'invoice', invoice_id from invoice;
