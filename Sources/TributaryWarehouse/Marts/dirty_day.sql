-- Grain: one row per day that the marts are refilling.
select day
from temp.dirty_day
order by day;
