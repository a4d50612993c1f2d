-- The sessions of the members of temp.journey_member with the orders seen in them, a line feed
-- between two. Grain: one row per session. Units: milliseconds.
select
  session.session_id, session.visitor, session.started_at, session.ended_at, session.host,
  session.geodomain, session.landing_path, session.source, session.medium, session.keyword,
  session.channel, session.campaign_key, coalesce(
    (
      select group_concat(order_id, char(10))
      from session_order
      where session_order.session_id = session.session_id
    ),
    ''
  ) as order_ids
from temp.journey_member member
cross join session on session.visitor = cast(member.member as integer)
where member.kind = 'visitor'
order by session.started_at, session.session_id;
