-- Members of the keys that joined nobody and do so now, or the other way round.
insert or ignore into temp.journey_seed (kind, member)
select k.kind, k.member
from temp.journey_key touched
cross join identity_key k on k.key = touched.key
where touched.was_nobody <> exists (select 1 from nobody_key n where n.key = touched.key)
union
select 'visitor', substr(touched.key, 9)
from temp.journey_key touched
where touched.key like 'visitor:%'
  and touched.was_nobody <> exists (select 1 from nobody_key n where n.key = touched.key)
  and exists (select 1 from session s where s.visitor = cast(substr(touched.key, 9) as integer));
