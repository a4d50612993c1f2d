-- The touchpoints that led to a conversion, with what each model gives them.
-- Grain: one row per touchpoint and model that credits it; touchpoint_id is null where nothing
-- explains the conversion. Units: at in milliseconds; credit 0...1; value in minor units. path and line:
-- where the visit's first page, the call or the letter stands.
-- Parameters: ?1 kind, ?2 member.
with path as (
  select
    credit.model, credit.credit, credit.value, touchpoint.touchpoint_id, touchpoint.at,
    touchpoint.kind as contact, touchpoint.member, touchpoint.channel,
    coalesce(touchpoint.campaign_key, '') as campaign_key,
    coalesce(touchpoint.keyword, '') as keyword, touchpoint.probability,
    coalesce(session.host, '') || coalesce(session.landing_path, '') as page, session.day,
    (
      select event.event_id
      from event_span as span
      join event on event.event_id between span.first_event_id and span.last_event_id
      where span.day = session.day and event.visitor = session.visitor
        and event.at = session.started_at
      order by event.event_id
      limit 1
    ) as event_id
  from conversion
  join attribution_credit as credit on credit.conversion_id = conversion.conversion_id
  left join person_touchpoint as touchpoint on touchpoint.touchpoint_id = credit.touchpoint_id
  left join session
    on touchpoint.kind = 'session' and session.session_id = cast(touchpoint.member as integer)
  where conversion.kind = ?1 and conversion.member = ?2
)
select
  path.*,
  coalesce(
    call.source_file_id, letter.source_file_id, event.source_file_id,
    (
      select span.source_file_id
      from event_span as span
      where span.day = path.day
        and path.event_id between span.first_event_id and span.last_event_id
      limit 1
    )
  ) as source_file_id,
  coalesce(call.line, letter.line, event.line) as line
from path
left join event on event.event_id = path.event_id
left join call on path.contact = 'call' and call.call_id = path.member
left join letter on path.contact = 'letter' and letter.letter_id = path.member
order by path.at, path.touchpoint_id, path.model;
