-- Sessions of visitors of whom nothing else is known, on some days, those of one visitor together.
-- Grain: one row per session. Units: at in milliseconds. Parameters: ?1 first day, ?2 last day.
select visitor, started_at as at, channel, campaign_key, keyword
from session
where day between ?1 and ?2 and person_id is null
order by visitor, started_at;
