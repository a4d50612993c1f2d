-- Calls to numbers that belong to no city's domain on the day of the call.
-- Grain: one row per dialled number and what is known of it. Units: counts; days.
-- Parameters: ?1 first day, ?2 last day.
with called as (
  select
    dialled_number as number, zoned_day(started_at) as day,
    coalesce(answered, talk_seconds > 0, 1) as is_answered
  from call
),
placed as (
  select
    called.number, called.day, called.is_answered,
    (
      select n.valid_from
      from phone_number n
      where n.number = called.number
        and n.valid_from <= called.day
        and (n.valid_to is null or n.valid_to >= called.day)
      order by n.valid_from desc
      limit 1
    ) as valid_from
  from called
  where called.day between ?1 and ?2
)
select
  placed.number, n.number is not null as is_listed, coalesce(n.kind, '') as kind,
  count(*) as calls, sum(not placed.is_answered) as missed, max(placed.day) as last_day
from placed
left join phone_number n on n.number = placed.number and n.valid_from = placed.valid_from
where coalesce(n.geodomain, '') = ''
group by placed.number, is_listed, coalesce(n.kind, '')
order by calls desc, placed.number, is_listed, kind;
