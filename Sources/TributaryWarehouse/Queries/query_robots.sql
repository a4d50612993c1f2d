-- Who was no person: requests by the well-known robots' agents, and visitors judged by the shop's
-- list or by how they behave.
-- Grain: one row per reason; visitors are user agents for reason known-agent, visitor days else.
-- Units: requests; page views for judged visitors who had any. Parameters: ?1 first day, ?2 last day.
select
  'known-agent' as reason, count(distinct user_agent) as visitors, sum(requests) as requests
from request_day
where day between ?1 and ?2 and is_bot = 1
having sum(requests) > 0
union all
select reason, sum(visitors), sum(requests)
from robot_day
where day between ?1 and ?2
group by reason
order by requests desc, reason;
