-- The keys that the seeds carry and will carry, and those that are no longer known to name nobody,
-- with whether each joins nobody so far.
-- Parameters: ?1 reasons of the keys that are known to name nobody by key, a JSON object.
insert or ignore into temp.journey_key (key, was_nobody)
select touched.key, exists (select 1 from nobody_key n where n.key = touched.key)
from (
  select k.key
  from temp.journey_seed s
  cross join identity_key k on k.kind = s.kind and k.member = s.member
  union
  select key from temp.seed_key
  union
  select 'visitor:' || member from temp.journey_seed where kind = 'visitor'
  union
  select key
  from nobody_key
  where reason not in ('crowd', 'strangers') and key not in (select key from json_each(?1))
    and key not like 'email:00000000%' and key not like 'phone:00000000%'
) as touched;
