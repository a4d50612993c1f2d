-- Grain: one row per day of the conversion, campaign, attribution model and kind of
-- conversion; kinds are never added up, for an order and the call that made it are one sale. Kind
-- sale counts each sale once, whatever it is.
-- Units: conversions in shares of whole conversions, added up as whole numbers, so that the order of
-- rows, which follows the key, cannot show; value and margin in minor units.
-- Invariant: for every model, campaigns + credit without a campaign = all conversions of the day.
delete from mart_campaign_credit_day
where day in (select day from temp.dirty_day);

insert into mart_campaign_credit_day (day, campaign_key, model, kind, conversions, value, margin)
select
  c.day,
  c.campaign_key,
  c.model,
  k.kind,
  sum(cast(round(c.credit * 1e12) as integer)) / 1e12 as conversions,
  sum(c.value) as value,
  sum(c.margin) as margin
from temp.dirty_day d
cross join conversion v on v.day = d.day
cross join (select 'order' as kind union all select 'call' union all select 'invoice' union all select 'sale') k
  on k.kind = v.kind or (k.kind = 'sale' and v.is_sale = 1)
cross join attribution_credit c on c.conversion_id = v.conversion_id
where c.campaign_key is not null
group by c.day, c.campaign_key, c.model, k.kind;
