-- Sessions from which somebody may have called.
-- Grain: one row per session. Units: milliseconds.
-- Parameters: ?1 first day, ?2 last day.
select
  session_id, visitor, started_at, ended_at, host, reached_product,
  coalesce(campaign_key, channel) as origin
from session
where day between ?1 and ?2
order by started_at, session_id;
