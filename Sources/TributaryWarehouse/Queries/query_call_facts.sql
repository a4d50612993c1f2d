-- What attribution must know of each call.
-- Grain: one row per call. Units: started_at in milliseconds.
select
  call_id, started_at, dialled_number, caller, coalesce(talk_seconds, 0) as talk_seconds, order_id,
  source, medium, campaign
from call
order by started_at, call_id;
