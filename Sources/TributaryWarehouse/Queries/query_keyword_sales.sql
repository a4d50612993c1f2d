-- What visits of each keyword had a part in.
-- Grain: one row per keyword. Units: sales are shared equally among their touchpoints.
-- Parameters: ?1 first day, ?2 last day of the window.
select
  touchpoint.keyword,
  sum(iif(conversion.is_sale and conversion.day >= ?1, credit.credit, 0)) as sales,
  count(distinct conversion.conversion_id) as ever_assisted
from conversion
join attribution_credit credit
  on credit.conversion_id = conversion.conversion_id and credit.model = 'linear'
join person_touchpoint touchpoint on touchpoint.touchpoint_id = credit.touchpoint_id
where conversion.day <= ?2 and touchpoint.keyword <> ''
group by touchpoint.keyword
order by touchpoint.keyword;
