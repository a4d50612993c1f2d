-- Where spend and visits do not meet.
-- Grain: one row. Units: spend in minor units, sessions. Parameters: ?1 first day, ?2 last day.
with campaigns as (
  select campaign_key, sum(spend) as spend, sum(sessions) as sessions
  from mart_campaign_day
  where day between ?1 and ?2
  group by campaign_key
), macros as (
  select count(*) as sessions
  from session
  where day between ?1 and ?2 and channel = 'macro-not-replaced'
)
select
  coalesce(sum(campaigns.spend) filter (where campaigns.sessions = 0), 0) as spend_alone,
  coalesce(sum(campaigns.sessions) filter (where campaigns.spend = 0), 0) as sessions_alone,
  (select sessions from macros) as macro_not_replaced
from campaigns;
