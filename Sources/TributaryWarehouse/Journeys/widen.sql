-- Members that belong together with those of the last round: of the same person so far, and by a key
-- that few enough share. Parameters: ?1 the last round, ?2 the most members that may share a key.
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
  and (
    select count(*) from (select 1 from identity_key k where k.key = mine.key limit ?2 + 1)
  ) <= ?2
union
select other.kind, other.member, ?1 + 1
from temp.journey_member m
cross join identity_key other on other.key = 'visitor:' || m.member
where m.round = ?1 and m.kind = 'visitor'
  and (
    select count(*) from (select 1 from identity_key k where k.key = other.key limit ?2 + 1)
  ) <= ?2
union
select 'visitor', substr(mine.key, 9), ?1 + 1
from temp.journey_member m
cross join identity_key mine on mine.kind = m.kind and mine.member = m.member
where m.round = ?1 and mine.key like 'visitor:%'
  and (
    select count(*) from (select 1 from identity_key k where k.key = mine.key limit ?2 + 1)
  ) <= ?2
  and exists (select 1 from session s where s.visitor = cast(substr(mine.key, 9) as integer));
