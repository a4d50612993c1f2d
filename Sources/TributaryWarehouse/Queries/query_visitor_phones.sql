-- The phones with which visitors ordered, but those that too many orders share.
-- Grain: one row per visitor and phone.
-- Parameters: ?1 first day, ?2 last day of the sessions; ?3 first millisecond, ?4 millisecond after
-- the last of the orders; ?5 most orders that share a phone.
with placed as (
  -- A cell holds the hash of one number or of two, of 32 signs each with a blank between.
  select order_id, client_id, substr(customer_phone, hash.start, 32) as customer_phone
  from orders
  cross join (select 1 as start union all select 34) hash on hash.start <= length(customer_phone)
  where placed_at >= ?3 and placed_at < ?4
), shared as (
  select customer_phone from placed group by customer_phone having count(*) > ?5
)
select client_id as visitor, customer_phone
from placed
where client_id is not null and customer_phone not in (select customer_phone from shared)
union
select session.visitor, customer_phone
from placed
join session_order using (order_id)
join session using (session_id)
where session.day between ?1 and ?2 and customer_phone not in (select customer_phone from shared);
