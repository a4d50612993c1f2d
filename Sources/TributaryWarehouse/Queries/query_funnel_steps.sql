-- Sessions by the steps they reached and the earlier steps they skipped.
-- Grain: one row per step and set of skipped steps. Parameters: ?1 first day, ?2 last day.
select step, skipped, sum(entered) as entered
from mart_funnel_step
where funnel = 'purchase' and day between ?1 and ?2
  and step in ('visit', 'product', 'cart', 'checkout', 'order')
group by step, skipped
order by step, skipped;
