-- Grain: one row per day and channel that spent money or brought a session.
-- Units: spend in minor units of the shop's currency.
-- Invariant: sessions over all channels of a day = sessions of the day.
delete from mart_channel_day
where day in (select day from temp.dirty_day);

insert into mart_channel_day (day, channel, sessions, spend)
with spent as (
  select d.day, f.channel, 0 as sessions, f.cost as spend
  from temp.dirty_day d
  cross join spend_fact f on f.day = d.day
),
visited as (
  select day, channel, sessions, 0 as spend
  from temp.dirty_session
),
joined as (
  select * from spent
  union all
  select * from visited
)
select
  day,
  channel,
  sum(sessions) as sessions,
  coalesce(sum(spend), 0) as spend
from joined
group by day, channel;
