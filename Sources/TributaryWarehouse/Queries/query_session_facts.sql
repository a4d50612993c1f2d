-- The sessions with the orders seen in them, a line feed between two.
-- Grain: one row per session. Units: milliseconds.
with seen as (
  select session_id, group_concat(order_id, char(10)) as order_ids
  from session_order
  group by session_id
)
select
  session.session_id, session.visitor, session.started_at, session.ended_at, session.host,
  session.geodomain, session.landing_path, session.source, session.medium, session.keyword,
  session.channel, session.campaign_key, coalesce(seen.order_ids, '') as order_ids
from session
left join seen using (session_id)
order by session.started_at, session.session_id;
