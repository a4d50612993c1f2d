-- Events of the calendar, future ones included.
-- Grain: one row per event.
select date as day, name, coalesce(kind, '') as kind
from calendar_event
order by date, name;
