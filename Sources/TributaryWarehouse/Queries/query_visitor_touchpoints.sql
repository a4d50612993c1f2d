-- Touchpoints of visitors of whom nothing else is known, on some days, those of one visitor together;
-- as query_person_touchpoints, but for what no way of theirs needs.
-- Grain: one row per session. Units: at in milliseconds. Parameters: ?1 first day, ?2 last day.
select
  cast(visitor as text) as person_id, started_at as at, 'session' as contact, '' as member, channel,
  null as source, null as medium, campaign_key, keyword, null as geodomain, 1.0 as probability
from session
where day between ?1 and ?2 and person_id is null
order by visitor, started_at;
