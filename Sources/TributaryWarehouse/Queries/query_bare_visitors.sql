-- Visitors who looked at many pages on a day and fetched no asset, where people do.
-- Grain: one row per day and visitor. Units: page views. Parameters: ?1 first day, ?2 last day.
with fetched as (
  select
    day, sum(requests) filter (where kind = 'asset') as assets,
    sum(requests) filter (where kind = 'page') as pages
  from request_day
  where day between ?1 and ?2 and is_bot = 0
  group by day
)
select bare.day, bare.visitor, sum(bare.pages) as pages
from bare_visitor_day bare
join fetched on fetched.day = bare.day and fetched.assets >= fetched.pages
where bare.day between ?1 and ?2
group by bare.day, bare.visitor
order by bare.day, bare.visitor;
