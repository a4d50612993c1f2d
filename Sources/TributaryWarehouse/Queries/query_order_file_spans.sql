-- The days that the files of orders reach, from the first day with data to the last.
-- Grain: one row per span. No parameters.
select distinct data_from as first_day, data_to as last_day
from source_file
where kind in ('orders', 'order_lines') and data_from is not null
order by first_day, last_day;
