-- Visitors who behaved on a day as no browser does; without assets only where people fetch them.
-- Grain: one row per day, visitor and habit. Units: requests, page views for no-assets.
-- Parameters: ?1 first day, ?2 last day, ?3 how many parts the visitors are read in, ?4 the part.
with fetched as (
  select
    day, sum(requests) filter (where kind = 'asset') as assets,
    sum(requests) filter (where kind = 'page') as pages
  from request_day
  where day between ?1 and ?2 and is_bot = 0
  group by day
)
select visitor_habit.day, visitor_habit.visitor, visitor_habit.habit,
  sum(visitor_habit.requests) as requests
from visitor_habit
join fetched on fetched.day = visitor_habit.day
where visitor_habit.day between ?1 and ?2
  and (visitor_habit.habit <> 'no-assets' or fetched.assets >= fetched.pages)
  and (?3 = 1 or (visitor_habit.visitor & 9223372036854775807) % ?3 = ?4)
group by visitor_habit.day, visitor_habit.visitor, visitor_habit.habit
order by visitor_habit.day, visitor_habit.visitor, visitor_habit.habit;
