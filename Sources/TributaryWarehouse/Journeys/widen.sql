-- Members that belong together with those of the last round: of the same person so far, and by a key
-- that does not join nobody. Parameters: ?1 the last round.
insert or ignore into temp.journey_member (kind, member, round)
select other.kind, other.member, ?1 + 1
from temp.journey_member m
cross join person_member mine on mine.kind = m.kind and mine.member = m.member
cross join person_member other on other.person_id = mine.person_id
where m.round = ?1
union
select other.kind, other.member, ?1 + 1
from temp.journey_member m
cross join identity_key mine on mine.kind = m.kind and mine.member = m.member
cross join identity_key other on other.key = mine.key
where m.round = ?1
  and not exists (select 1 from nobody_key n where n.key = mine.key)
  -- A browser that is nobody's has the keys of many.
  and not exists (
    select 1 from nobody_key n where m.kind = 'visitor' and n.key = 'visitor:' || m.member
  )
  and not exists (
    select 1 from nobody_key n where other.kind = 'visitor' and n.key = 'visitor:' || other.member
  )
union
select other.kind, other.member, ?1 + 1
from temp.journey_member m
cross join identity_key other on other.key = 'visitor:' || m.member
where m.round = ?1 and m.kind = 'visitor'
  and not exists (select 1 from nobody_key n where n.key = other.key)
union
select 'visitor', substr(mine.key, 9), ?1 + 1
from temp.journey_member m
cross join identity_key mine on mine.kind = m.kind and mine.member = m.member
where m.round = ?1 and mine.key like 'visitor:%'
  and not exists (select 1 from nobody_key n where n.key = mine.key)
  and exists (select 1 from session s where s.visitor = cast(substr(mine.key, 9) as integer));
