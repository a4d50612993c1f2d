-- The touchpoints that led to a conversion, with what each model gives them.
-- Grain: one row per touchpoint and model that credits it; touchpoint_id is null where nothing
-- explains the conversion. Units: at in milliseconds; credit 0...1; value in minor units. path and line:
-- where the visit's first page, the call or the letter stands.
-- Parameters: ?1 kind, ?2 member.
select
  credit.model, credit.credit, credit.value, touchpoint.touchpoint_id, touchpoint.at,
  touchpoint.kind as contact, touchpoint.member, touchpoint.channel,
  coalesce(touchpoint.campaign_key, '') as campaign_key,
  coalesce(touchpoint.keyword, '') as keyword, touchpoint.probability,
  coalesce(session.host, '') || coalesce(session.landing_path, '') as page,
  case touchpoint.kind
    when 'call' then (select source_file_id from call where call_id = touchpoint.member)
    when 'letter' then (select source_file_id from letter where letter_id = touchpoint.member)
    else (
      select coalesce(event.source_file_id, span.source_file_id)
      from event_span as span
      join event on event.event_id between span.first_event_id and span.last_event_id
      where span.day = session.day and event.visitor = session.visitor
        and event.at = session.started_at
      order by event.event_id
      limit 1
    )
  end as source_file_id,
  case touchpoint.kind
    when 'call' then (select line from call where call_id = touchpoint.member)
    when 'letter' then (select line from letter where letter_id = touchpoint.member)
    else (
      select event.line
      from event_span as span
      join event on event.event_id between span.first_event_id and span.last_event_id
      where span.day = session.day and event.visitor = session.visitor
        and event.at = session.started_at
      order by event.event_id
      limit 1
    )
  end as line
from conversion
join attribution_credit as credit on credit.conversion_id = conversion.conversion_id
left join person_touchpoint as touchpoint on touchpoint.touchpoint_id = credit.touchpoint_id
left join session
  on touchpoint.kind = 'session' and session.session_id = cast(touchpoint.member as integer)
where conversion.kind = ?1 and conversion.member = ?2
order by touchpoint.at, touchpoint.touchpoint_id, credit.model;
