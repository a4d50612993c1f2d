-- Touchpoints of known persons on some days, those of one person together.
-- Grain: one row per touchpoint. Units: at in milliseconds. Parameters: ?1 first day, ?2 last day.
select
  person_id, at, kind as contact, member, channel, source, medium, campaign_key, keyword, geodomain,
  probability
from person_touchpoint
where day between ?1 and ?2
order by person_id, at;
