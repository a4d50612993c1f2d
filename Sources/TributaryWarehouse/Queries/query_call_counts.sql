-- Calls of the days, and those that count as conversions.
-- Grain: one row. Parameters: ?1 first day, ?2 last day.
select
  (
    select count(*)
    from call
    where zoned_day(started_at) between ?1 and ?2
  ) as calls,
  (
    select count(*)
    from conversion
    where kind = 'call' and day between ?1 and ?2
  ) as qualified;
