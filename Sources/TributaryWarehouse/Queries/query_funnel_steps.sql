-- Sessions by the furthest steps they reached.
-- Grain: one row per step. Parameters: ?1 first day, ?2 last day.
select step, sum(entered) as entered
from mart_funnel_step
where funnel = 'purchase' and day between ?1 and ?2
group by step
order by step;
