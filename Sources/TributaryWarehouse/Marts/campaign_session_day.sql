-- Grain: one row per day of the session, campaign and tags. Which campaigns there are follows from
-- these rows, so that no run passes over all sessions for it.
delete from campaign_session_day
where day in (select day from temp.dirty_day);

insert into campaign_session_day (day, campaign_key, source, medium, campaign, campaign_id)
select distinct
  s.day, s.campaign_key, coalesce(s.source, ''), coalesce(s.medium, ''), coalesce(s.campaign, ''),
  coalesce(s.campaign_id, '')
from temp.dirty_day d
cross join session s on s.day = d.day
where s.campaign_key is not null;
