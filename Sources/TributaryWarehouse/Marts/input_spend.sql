-- Grain of temp.dirty_spend: one row per spend row of a dirty day.
-- Units: cost in minor units of the shop's currency by the latest rate up to the day; null where
-- no rate is known, and beyond 1e13, where sums would leave 64 bits: such a row's clicks count,
-- its cost is left out.
delete from temp.dirty_spend;

insert into temp.dirty_spend
with rated as (
  select
    s.*,
    case
      when s.currency in ('', shop_currency()) then 1.0
      else (
        select r.rate * minor_units(shop_currency()) / minor_units(s.currency)
        from exchange_rate r
        where r.currency = s.currency
          and r.date <= s.date
        order by r.date desc
        limit 1
      )
    end as rate
  from temp.dirty_day d
  cross join spend s on s.date = d.day
)
select
  date as day,
  campaign_key(source, medium, campaign, campaign_id) as campaign_key,
  channel_of(source, medium, campaign) as channel,
  geodomain,
  case when abs(cost * rate) < 1e13 then cast(round(cost * rate) as integer) end as cost,
  coalesce(impressions, 0) as impressions,
  coalesce(clicks, 0) as clicks
from rated;
