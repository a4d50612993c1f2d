-- Two sums a day for each indicator, so that any window can be formed. Return on ad spend: revenue that
-- equal shares credit to channels that cost money, on the day of the order, over what they cost on
-- the day, as on the page of channels.
-- Grain: one row per indicator and day. Parameters: ?1 last day.
with ad_channel as (
  select channel
  from mart_channel_day
  where day <= ?1
  group by channel
  having is_paid_channel(channel) or max(spend) > 0
),
ad_day as (
  select c.day, c.value as revenue, 0 as spend
  from mart_channel_credit_day c
  join ad_channel using (channel)
  where c.day <= ?1 and c.model = 'linear' and c.kind = 'order'
  union all
  select m.day, 0, m.spend
  from mart_channel_day m
  join ad_channel using (channel)
  where m.day <= ?1
)
select indicator, day, numerator, denominator
from mart_indicator_day
where day <= ?1
union all
select 'return_on_ad_spend', day, sum(revenue), sum(spend)
from ad_day
group by day
order by 1, 2;
