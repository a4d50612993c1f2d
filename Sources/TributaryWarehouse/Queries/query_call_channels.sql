-- Calls of unknown source by the channel of the sessions that they may have come from.
-- Grain: one row per call and channel; the channel is '' for none of the sessions.
-- Units: 0...1, added up as whole numbers, so that the order of rows cannot show.
-- Parameters: ?1 first day, ?2 last day.
select call_session.call_id, coalesce(session.channel, '') as channel,
  sum(cast(round(probability * 1e12) as integer)) / 1e12 as probability,
  max(probability) as highest
from call
join call_session using (call_id)
left join session using (session_id)
where zoned_day(call.started_at) between ?1 and ?2
group by 1, 2
order by 1, 2;
