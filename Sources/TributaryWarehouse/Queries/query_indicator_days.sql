-- Two sums a day for each indicator, so that any window can be formed.
-- Grain: one row per indicator and day. Parameters: ?1 last day.
select indicator, day, numerator, denominator
from mart_indicator_day
where day <= ?1
order by indicator, day;
