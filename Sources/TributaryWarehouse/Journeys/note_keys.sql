-- The keys that the seeds carry and will carry, with how many share each now; counted up to one more
-- than may. Parameters: ?1 the most members that may share a key.
insert or ignore into temp.journey_key (key, sharers)
select
  touched.key,
  (select count(*) from (select 1 from identity_key k where k.key = touched.key limit ?1 + 1))
from (
  select k.key
  from temp.journey_seed s
  cross join identity_key k on k.kind = s.kind and k.member = s.member
  union
  select key from temp.seed_key
) as touched;
