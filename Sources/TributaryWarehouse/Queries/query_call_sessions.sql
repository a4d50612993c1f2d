-- What is stored of the calls of some time: the sessions that they may have come from.
-- Grain: one row per call and session; session_id is null for none of them.
-- Parameters: ?1 first millisecond, ?2 millisecond after the last.
select call_id, session_id, probability
from call
join call_session using (call_id)
where started_at >= ?1 and started_at < ?2
order by call_id, session_id, probability;
