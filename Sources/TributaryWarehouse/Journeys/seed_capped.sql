-- Members of the keys that were shared by few enough and are not now, or the other way round.
-- Parameters: ?1 the most members that may share a key.
insert or ignore into temp.journey_seed (kind, member)
select k.kind, k.member
from temp.journey_key touched
cross join identity_key k on k.key = touched.key
where (touched.sharers > ?1) <> (
  (
    select count(*)
    from (select 1 from identity_key other where other.key = touched.key limit ?1 + 1)
  ) > ?1
);
