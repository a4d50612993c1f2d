-- The days of a window that spend and visits both cover, as far as its last day knows.
-- Grain: one row. Parameters: ?1 first day, ?2 last day.
with spend_days as (
  select min(date) as first_day, max(date) as last_day
  from spend
  where date <= ?2
), session_days as (
  select min(day) as first_day, max(day) as last_day
  from session
  where day <= ?2
)
select
  max(?1, spend_days.first_day, session_days.first_day) as first_day,
  min(?2, spend_days.last_day, session_days.last_day) as last_day
from spend_days, session_days;
