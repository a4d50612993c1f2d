-- Credit of each channel by model, orders only; channel '' is what no touchpoint explains.
-- Grain: one row per channel and model. Units: conversions; value and margin in minor units.
-- Parameters: ?1 first day, ?2 last day.
select
  channel, model,
  sum(conversions) as conversions, sum(value) as value, sum(margin) as margin
from mart_channel_credit_day
where day between ?1 and ?2 and kind = 'order'
group by channel, model
order by channel, model;
