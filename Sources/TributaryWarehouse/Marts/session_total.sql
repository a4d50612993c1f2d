-- The sessions of the dirty days by all that day totals ask of them: the marts of channels, campaigns,
-- cities and landing pages add these up, which spares each a pass over the sessions.
delete from temp.dirty_session;

insert into temp.dirty_session (day, channel, campaign_key, geodomain, landing_path, sessions)
select
  s.day, s.channel, s.campaign_key, coalesce(s.geodomain, ''), coalesce(s.landing_path, ''), count(*)
from temp.dirty_day d
cross join session s on s.day = d.day
group by s.day, s.channel, s.campaign_key, s.geodomain, s.landing_path;
