-- Credit of each campaign by model, orders only.
-- Grain: one row per campaign and model. Units: conversions; value and margin in minor units.
-- Parameters: ?1 first day, ?2 last day.
select
  campaign_key, model,
  sum(conversions) as conversions, sum(value) as value, sum(margin) as margin
from mart_campaign_credit_day
where day between ?1 and ?2 and kind = 'order'
group by campaign_key, model
order by campaign_key, model;
