-- Grain: one row per day of the conversion, channel, attribution model and kind of
-- conversion; channel '' is the conversions that no touchpoint explains.
-- Units: conversions in shares of whole conversions, added up as whole numbers, so that the order of
-- rows, which follows the key, cannot show; value and margin in minor units.
-- Invariant: for every model, the channels add up to all counted conversions of the day.
delete from mart_channel_credit_day
where day in (select day from temp.dirty_day);

insert into mart_channel_credit_day (day, channel, model, kind, conversions, value, margin)
select
  c.day,
  coalesce(t.channel, '') as channel,
  c.model,
  v.kind,
  sum(cast(round(c.credit * 1e12) as integer)) / 1e12 as conversions,
  sum(c.value) as value,
  sum(c.margin) as margin
from temp.dirty_day d
cross join conversion v on v.day = d.day
cross join attribution_credit c on c.conversion_id = v.conversion_id
left join person_touchpoint t on t.touchpoint_id = c.touchpoint_id
group by c.day, coalesce(t.channel, ''), c.model, v.kind;
