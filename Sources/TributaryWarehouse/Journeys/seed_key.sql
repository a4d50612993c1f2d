-- Grain: one row per seed and key that its own row names. A visitor's hash is a key of itself, so it
-- is not listed for the visitor. A phone's cell holds the hash of one number or of two, of 32 signs
-- each with a blank between. at: when it happened; for a visitor, when the page was first seen.
create temp view seed_key as
select 'order:' || joined_order(o.order_id) as key, s.kind, s.member, o.placed_at as at
from temp.journey_seed s
cross join orders o on o.order_id = s.member
where s.kind = 'order'
union all
select 'visitor:' || o.client_id, s.kind, s.member, o.placed_at
from temp.journey_seed s
cross join orders o on o.order_id = s.member
where s.kind = 'order' and o.client_id is not null
union all
select 'card:' || o.loyalty_card, s.kind, s.member, o.placed_at
from temp.journey_seed s
cross join orders o on o.order_id = s.member
where s.kind = 'order' and o.loyalty_card is not null
union all
select 'phone:' || substr(o.customer_phone, hash.start, 32), s.kind, s.member, o.placed_at
from temp.journey_seed s
cross join orders o on o.order_id = s.member
cross join (select 1 as start union all select 34) hash on hash.start <= length(o.customer_phone)
where s.kind = 'order'
union all
select 'email:' || o.customer_email, s.kind, s.member, o.placed_at
from temp.journey_seed s
cross join orders o on o.order_id = s.member
where s.kind = 'order' and coalesce(o.customer_email, '') <> ''
union all
select 'order:' || joined_order(coalesce(meant.order_id, c.order_id)), s.kind, s.member, c.started_at
from temp.journey_seed s
cross join call c on c.call_id = s.member
left join meant_order meant on meant.kind = s.kind and meant.member = s.member
where s.kind = 'call' and coalesce(c.order_id, '') <> ''
union all
select 'phone:' || substr(c.caller, hash.start, 32), s.kind, s.member, c.started_at
from temp.journey_seed s
cross join call c on c.call_id = s.member
cross join (select 1 as start union all select 34) hash on hash.start <= length(c.caller)
where s.kind = 'call'
union all
select 'order:' || joined_order(coalesce(meant.order_id, l.order_id)), s.kind, s.member, l.received_at
from temp.journey_seed s
cross join letter l on l.letter_id = s.member
left join meant_order meant on meant.kind = s.kind and meant.member = s.member
where s.kind = 'letter' and coalesce(l.order_id, '') <> ''
union all
select 'invoice:' || l.invoice_id, s.kind, s.member, l.received_at
from temp.journey_seed s
cross join letter l on l.letter_id = s.member
where s.kind = 'letter' and coalesce(l.invoice_id, '') <> ''
union all
select 'email:' || l.from_email, s.kind, s.member, l.received_at
from temp.journey_seed s
cross join letter l on l.letter_id = s.member
where s.kind = 'letter' and coalesce(l.from_email, '') <> ''
union all
select 'invoice:' || i.invoice_id, s.kind, s.member, i.issued_at
from temp.journey_seed s
cross join invoice i on i.invoice_id = s.member
where s.kind = 'invoice'
union all
select 'order:' || joined_order(coalesce(meant.order_id, i.order_id)), s.kind, s.member, i.issued_at
from temp.journey_seed s
cross join invoice i on i.invoice_id = s.member
left join meant_order meant on meant.kind = s.kind and meant.member = s.member
where s.kind = 'invoice' and coalesce(i.order_id, '') <> ''
union all
select 'phone:' || substr(i.customer_phone, hash.start, 32), s.kind, s.member, i.issued_at
from temp.journey_seed s
cross join invoice i on i.invoice_id = s.member
cross join (select 1 as start union all select 34) hash on hash.start <= length(i.customer_phone)
where s.kind = 'invoice'
union all
select 'email:' || i.customer_email, s.kind, s.member, i.issued_at
from temp.journey_seed s
cross join invoice i on i.invoice_id = s.member
where s.kind = 'invoice' and coalesce(i.customer_email, '') <> ''
union all
select 'order:' || joined_order(seen.order_id), s.kind, s.member, min(v.started_at)
from temp.journey_seed s
cross join session v on v.visitor = cast(s.member as integer)
cross join session_order seen on seen.session_id = v.session_id
where s.kind = 'visitor'
group by 1, 2, 3;
