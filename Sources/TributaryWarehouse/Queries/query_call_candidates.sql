-- Sessions from which somebody may have called; those of a browser that is nobody's are as many
-- people's.
-- Grain: one row per session. Units: milliseconds.
-- Parameters: ?1 first day, ?2 last day.
select
  session_id, visitor, started_at, ended_at, host, reached_product,
  coalesce(campaign_key, channel) as origin
from session
where day between ?1 and ?2
  and visitor not in (
    select cast(substr(key, 9) as integer)
    from nobody_key
    where key >= 'visitor:' and key < 'visitor;'
  )
order by started_at, session_id;
