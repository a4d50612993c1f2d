-- Conversions that count, with the touchpoints of their paths and what each model gave them.
-- Grain: one row per conversion, model and touchpoint; one without touchpoint for what nothing
-- explains. Units: at in milliseconds; credit 0...1; value and margin in minor units.
-- Parameters: ?1 first day, ?2 last day.
select
  conversion.conversion_id, conversion.kind, conversion.day, conversion.is_sale, conversion.value,
  conversion.margin,
  credit.model, credit.credit, credit.value as credit_value, credit.margin as credit_margin,
  touchpoint.touchpoint_id, touchpoint.person_id, touchpoint.at, touchpoint.kind as contact,
  touchpoint.member, touchpoint.channel, touchpoint.source, touchpoint.medium,
  touchpoint.campaign_key, touchpoint.keyword, touchpoint.geodomain, touchpoint.probability
from conversion
cross join attribution_credit credit on credit.conversion_id = conversion.conversion_id
left join person_touchpoint touchpoint on touchpoint.touchpoint_id = credit.touchpoint_id
where conversion.day between ?1 and ?2
order by
  conversion.conversion_id, credit.model, touchpoint.at, touchpoint.kind, touchpoint.channel,
  touchpoint.campaign_key, touchpoint.keyword, touchpoint.source, touchpoint.medium, credit.credit;
