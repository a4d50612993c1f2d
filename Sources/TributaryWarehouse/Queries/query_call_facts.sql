-- What attribution must know of the calls of temp.journey_member.
-- Grain: one row per call. Units: started_at in milliseconds.
select
  call_id, started_at, dialled_number, caller, coalesce(talk_seconds, 0) as talk_seconds,
  coalesce(meant_order.order_id, call.order_id) as order_id, source, medium, campaign
from temp.journey_member member
cross join call on call.call_id = member.member
left join meant_order on meant_order.kind = 'call' and meant_order.member = call.call_id
where member.kind = 'call'
order by started_at, call_id;
