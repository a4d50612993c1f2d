-- What mentions the numbers of temp.shared_number, and which of the orders of a number it means: the
-- one placed nearest in time of those known by then (mention_gap), of two as near the one placed first.
delete from temp.mention;

insert into temp.mention (kind, member, named, order_id)
with shown as (
  select n.number, n.order_id as named
  from temp.shared_number t
  cross join order_namesake n on n.number = t.number
  union
  select number, number
  from temp.shared_number
),
said as (
  select
    'session' as kind, cast(seen.session_id as text) as member, shown.number, seen.order_id as named,
    s.started_at as at
  from shown
  cross join session_order seen on seen.order_id = shown.named
  cross join session s on s.session_id = seen.session_id
  union all
  select 'call', call_id, joined_order(order_id), order_id, started_at
  from call
  where order_id <> '' and joined_order(order_id) in (select number from temp.shared_number)
  union all
  select 'letter', letter_id, joined_order(order_id), order_id, received_at
  from letter
  where order_id <> '' and joined_order(order_id) in (select number from temp.shared_number)
  union all
  select 'invoice', invoice_id, joined_order(order_id), order_id, issued_at
  from invoice
  where order_id <> '' and joined_order(order_id) in (select number from temp.shared_number)
),
ranked as (
  select
    said.*,
    o.order_id,
    row_number() over (
      partition by said.kind, said.member, said.named
      order by mention_gap(o.placed_at, said.at), o.placed_at, o.order_id
    ) as place
  from said
  cross join order_namesake n on n.number = said.number and n.is_new < 2
  cross join orders o on o.order_id = n.order_id
)
select kind, member, named, order_id
from ranked
where place = 1;

-- Whoever saw or names another order than before is looked at again, and so are the orders.
insert or ignore into temp.retold_visitor (visitor)
select s.visitor
from temp.mention m
cross join session s on s.session_id = cast(m.member as integer)
where m.kind = 'session' and m.order_id <> m.named;

insert or ignore into temp.fact_order (order_id)
select m.named
from temp.mention m
where m.kind = 'session' and m.order_id <> m.named
union
select m.order_id
from temp.mention m
where m.kind = 'session' and m.order_id <> m.named;

insert or ignore into temp.retold_member (kind, member)
select m.kind, m.member
from temp.mention m
left join meant_order old on old.kind = m.kind and old.member = m.member
where m.kind <> 'session' and coalesce(old.order_id, m.named) <> m.order_id;

insert or ignore into temp.fact_invoice (invoice_id)
select member
from temp.retold_member
where kind = 'invoice';

insert or ignore into session_order (session_id, order_id, host)
select seen.session_id, m.order_id, seen.host
from temp.mention m
cross join session_order seen
  on seen.session_id = cast(m.member as integer) and seen.order_id = m.named
where m.kind = 'session' and m.order_id <> m.named;

delete from session_order
where (session_id, order_id) in (
  select cast(member as integer), named
  from temp.mention
  where kind = 'session' and order_id <> named
);

delete from meant_order
where (kind, member) in (select kind, member from temp.mention where kind <> 'session');

insert into meant_order (kind, member, order_id)
select kind, member, order_id
from temp.mention
where kind <> 'session' and order_id <> named;

delete from order_namesake
where is_new = 2;

update order_namesake
set is_new = 0
where is_new = 1;

delete from order_namesake
where number in (select number from order_namesake group by number having count(*) = 1);

delete from temp.mention;

delete from temp.shared_number;
