-- Members that the changed days of temp.journey_day touch: what happened on them, and what once did
-- as far as touchpoints and conversions remember.
insert or ignore into temp.journey_seed (kind, member)
-- Of visitors only those who saw an order, or carry a key of somebody's.
select 'visitor', cast(s.visitor as text)
from temp.journey_day d
cross join session s on s.day = d.day
where d.kind = 'session' and s.reached_order = 1
union
select 'visitor', cast(visitor as text)
from (
  select distinct s.visitor
  from temp.journey_day d
  cross join session s on s.day = d.day
  where d.kind = 'session'
)
where exists (select 1 from identity_key k where k.key = 'visitor:' || visitor)
  or exists (
    select 1
    from identity_key k
    where k.kind = 'visitor' and k.member = cast(visitor as text)
  )
union
select 'visitor', cast(visitor as text)
from temp.retold_visitor
union
select kind, member
from temp.retold_member
union
select 'order', o.order_id
from temp.journey_day d
cross join orders o on o.placed_at >= d.starts_at and o.placed_at < d.ends_at
where d.kind = 'order'
union
select 'call', c.call_id
from temp.journey_day d
cross join call c on c.started_at >= d.starts_at and c.started_at < d.ends_at
where d.kind = 'call'
union
-- A call may have come from a session of its day or of the evening before.
select 'call', c.call_id
from temp.journey_day d
cross join call c on c.started_at >= d.starts_at and c.started_at < d.ends_at + 6 * 3600000
where d.kind = 'session'
union
select 'letter', l.letter_id
from temp.journey_day d
cross join letter l on l.received_at >= d.starts_at and l.received_at < d.ends_at
where d.kind = 'letter'
union
-- A payment changes the day of its invoice too.
select 'invoice', i.invoice_id
from temp.journey_day d
cross join invoice i on i.issued_at >= d.starts_at and i.issued_at < d.ends_at
where d.kind in ('invoice', 'payment')
union
select 'invoice', i.invoice_id
from temp.journey_day d
cross join invoice i on i.paid_at >= d.starts_at and i.paid_at < d.ends_at
where d.kind = 'invoice'
union
select m.kind, m.member
from temp.journey_day d
cross join person_touchpoint t on t.day = d.day and t.kind = d.kind
cross join person_member m on m.person_id = t.person_id
union
select m.kind, m.member
from temp.journey_day d
cross join conversion c on c.day = d.day and c.kind = d.kind
cross join person_member m on m.person_id = c.person_id;
