-- Calls whose source nobody tells: no tracker, no channel or campaign of the number, no pool of
-- numbers, and no order whose thank-you page names the session.
-- Grain: one row per call; geodomain is null where any host may have shown the number. Units:
-- started_at in milliseconds.
-- Parameters: ?1 first millisecond, ?2 millisecond after the last.
with called as (
  select call_id, started_at, caller, dialled_number, zoned_day(started_at) as day
  from call
  where started_at >= ?1 and started_at < ?2
    and coalesce(source, '') = '' and coalesce(medium, '') = '' and coalesce(campaign, '') = ''
    and not exists (
      select 1
      from session_order
      where session_order.order_id = coalesce(
        (
          select meant_order.order_id
          from meant_order
          where meant_order.kind = 'call' and meant_order.member = call.call_id
        ), call.order_id)
    )
),
numbered as (
  select
    called.*,
    (
      select n.valid_from
      from phone_number n
      where n.number = called.dialled_number
        and n.valid_from <= called.day
        and (n.valid_to is null or n.valid_to >= called.day)
      order by n.valid_from desc
      limit 1
    ) as valid_from
  from called
)
select
  -- Of two numbers the first.
  call_id, started_at, substr(caller, 1, 32) as caller,
  iif(coalesce(n.kind, '') = 'tollfree', null, nullif(n.geodomain, '')) as geodomain
from numbered
left join phone_number n on n.number = dialled_number and n.valid_from = numbered.valid_from
where coalesce(n.kind, '') <> 'dynamic' and coalesce(n.channel, '') = ''
  and coalesce(n.campaign, '') = ''
order by started_at, call_id;
