-- Keys that join nobody, with the members that carry them.
-- Grain: one row per reason and kind of key.
with carried as (
  select n.reason, n.key, k.kind, k.member
  from nobody_key n
  cross join identity_key k on k.key = n.key
  union
  -- A browser carries the orders whose confirmation it shows.
  select n.reason, n.key, o.kind, o.member
  from nobody_key n
  cross join identity_key shown on shown.kind = 'visitor' and shown.member = substr(n.key, 9)
  cross join identity_key o on o.key = shown.key and o.kind = 'order'
  where n.key like 'visitor:%'
  union
  select n.reason, n.key, 'visitor', substr(n.key, 9)
  from nobody_key n
  where n.key like 'visitor:%'
    and exists (select 1 from session s where s.visitor = cast(substr(n.key, 9) as integer))
)
select
  reason, substr(key, 1, instr(key, ':') - 1) as key_kind, count(distinct key) as keys,
  count(distinct kind || ':' || member) as members,
  coalesce(min(case when kind <> 'visitor' then kind || ':' || member end), '') as example
from carried
group by reason, key_kind
order by reason, key_kind;
