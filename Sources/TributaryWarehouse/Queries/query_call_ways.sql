-- The sessions that calls of temp.journey_member may have come from, as far as attribution looks.
-- Grain: one row per call and session. Units: probability 0...1.
select
  call_session.call_id, session.channel, session.source, session.medium, session.campaign_key,
  session.keyword, call_session.probability
from temp.journey_member member
cross join call_session on call_session.call_id = member.member
cross join session on session.session_id = call_session.session_id
where member.kind = 'call'
order by call_session.call_id;
