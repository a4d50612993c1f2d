-- Of the keys that are known to name nobody, those of the seeds, and those that somebody carries and
-- that were not known or for another reason.
-- Parameters: ?1 reasons of the keys that are known to name nobody by key, a JSON object.
insert into temp.journey_key (key, was_nobody, known_reason)
select known.key, exists (select 1 from nobody_key n where n.key = known.key), known.value
from json_each(?1) as known
where known.key in (select key from temp.journey_key)
  or (
    exists (select 1 from identity_key k where k.key = known.key)
    or known.key like 'visitor:%' and exists (
      select 1 from session s where s.visitor = cast(substr(known.key, 9) as integer)
    )
  ) and (known.key, known.value) not in (select key, reason from nobody_key)
on conflict (key) do update set known_reason = excluded.known_reason;
