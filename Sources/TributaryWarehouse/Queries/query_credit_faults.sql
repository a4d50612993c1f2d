-- Where the credit given out is not what was converted: per day and kind in the credits and in the
-- marts, per kind and grain in the results of an as-of day. Must give no row.
-- Grain: one row per place, day (or as-of day), kind and model. Units: minor units.
-- Parameters: ?1 days as a JSON list, ?2 models as a JSON list, ?3 an as-of day, ?4 its first day.
with wanted as (
  select value as day from json_each(?1)
), model as (
  select value as model from json_each(?2)
), counted as (
  select conversion.day, kind, count(*) as conversions, sum(value) as value, sum(margin) as margin
  from wanted
  cross join conversion on conversion.day = wanted.day
  where is_counted
  group by conversion.day, kind
), credited as (
  select
    'attribution_credit' as place, credit.day, conversion.kind, credit.model,
    sum(credit.credit) as conversions, sum(credit.value) as value, sum(credit.margin) as margin
  from wanted
  cross join conversion on conversion.day = wanted.day
  cross join attribution_credit credit on credit.conversion_id = conversion.conversion_id
  group by credit.day, conversion.kind, credit.model
  union all
  select
    'mart_channel_credit_day', mart.day, mart.kind, mart.model, sum(conversions), sum(value),
    sum(margin)
  from wanted
  cross join mart_channel_credit_day mart on mart.day = wanted.day
  group by mart.day, mart.kind, mart.model
), in_window as (
  select kind, count(*) as conversions, sum(value) as value, sum(margin) as margin
  from conversion
  where is_counted and day between ?4 and ?3
  group by kind
), result as (
  select
    'attribution_result by ' || grain as place, as_of as day, kind, model,
    sum(conversions) as conversions, sum(value) as value, sum(margin) as margin
  from attribution_result
  where as_of = ?3
  group by as_of, kind, grain, model
), place as (
  select 'attribution_credit' as place union all select 'mart_channel_credit_day'
), compared as (
  select
    place.place, counted.day, counted.kind, model.model, counted.value as expected,
    credited.value as found, counted.margin as expected_margin, credited.margin as found_margin,
    counted.conversions as expected_conversions, credited.conversions as found_conversions
  from counted
  cross join model
  cross join place
  left join credited using (place, day, kind, model)
  union all
  select
    credited.place, credited.day, credited.kind, credited.model, 0, credited.value, 0,
    credited.margin, 0, credited.conversions
  from credited
  left join counted using (day, kind)
  where counted.day is null
  union all
  select
    result.place, result.day, result.kind, result.model, in_window.value, result.value,
    in_window.margin, result.margin, in_window.conversions, result.conversions
  from result
  left join in_window using (kind)
)
select place, day, kind, model, coalesce(expected, 0) as expected, coalesce(found, 0) as found
from compared
where expected is not found or expected_margin is not found_margin
  or abs(coalesce(expected_conversions, 0) - coalesce(found_conversions, 0)) > 1e-6
order by place, day, kind, model;
