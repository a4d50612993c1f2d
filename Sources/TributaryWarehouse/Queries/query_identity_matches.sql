-- How orders, calls, letters and invoices of some time are tied to others by their keys.
-- Grain: one row per kind of member and kind of key; key '' is by any key.
-- with_key: carry such a key; joined: another shares it; shared_keys: keys that join nobody.
-- Parameters: ?1 from, ?2 to (excluded), milliseconds.
with member as (
  select kind, member
  from person_member
  where kind in ('order', 'call', 'letter', 'invoice') and at >= ?1 and at < ?2
), carried as (
  select
    member.kind, member.member, mine.key, substr(mine.key, 1, instr(mine.key, ':') - 1) as key_kind,
    exists (select 1 from nobody_key n where n.key = mine.key) as is_shared,
    exists (
      select 1
      from identity_key k
      where k.key = mine.key and (k.kind, k.member) <> (mine.kind, mine.member)
        and not (
          k.kind = 'visitor'
          and exists (select 1 from nobody_key n where n.key = 'visitor:' || k.member)
        )
    ) as has_others
  from member
  join identity_key mine using (kind, member)
), judged as (
  select
    kind, member, key, key_kind, is_shared,
    not is_shared and (
      has_others
      or key_kind = 'visitor'
        and exists (select 1 from session where visitor = cast(substr(key, 9) as integer))
    ) as is_joined
  from carried
), total as (
  select kind, count(*) as members from member group by kind
), any_key as (
  select kind, member, max(is_joined) as is_joined from judged group by kind, member
), keyed as (
  select kind, member, key_kind, max(is_joined) as is_joined
  from judged
  group by kind, member, key_kind
), shared as (
  select kind, key_kind, count(distinct key) as shared_keys
  from judged
  where is_shared
  group by kind, key_kind
)
select
  total.kind as member, '' as key, total.members, count(any_key.member) as with_key,
  coalesce(sum(any_key.is_joined), 0) as joined, 0 as shared_keys
from total
left join any_key using (kind)
group by total.kind
union all
select
  keyed.kind, keyed.key_kind, total.members, count(*), sum(keyed.is_joined),
  coalesce(shared.shared_keys, 0)
from keyed
join total using (kind)
left join shared on shared.kind = keyed.kind and shared.key_kind = keyed.key_kind
group by keyed.kind, keyed.key_kind
order by 1, 2;
