-- Sessions and spend of each channel.
-- Grain: one row per channel. Units: spend in minor units. Parameters: ?1 first day, ?2 last day.
select channel, sum(sessions) as sessions, sum(spend) as spend
from mart_channel_day
where day between ?1 and ?2
group by channel
order by channel;
