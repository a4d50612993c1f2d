-- The days of a window that spend and visits both cover, as far as its last day knows.
-- Grain: one row. Parameters: ?1 first day, ?2 last day.
-- Each end is asked for by itself: an index answers one at once, and two by a walk through all.
with spend_days as (
  select
    (select min(day) from spend_fact where day <= ?2) as first_day,
    (select max(day) from spend_fact where day <= ?2) as last_day
), session_days as (
  select
    (select min(day) from session where day <= ?2) as first_day,
    (select max(day) from session where day <= ?2) as last_day
)
select
  max(?1, spend_days.first_day, session_days.first_day) as first_day,
  min(?2, spend_days.last_day, session_days.last_day) as last_day
from spend_days, session_days;
