-- What advertising platforms say was spent, beside what the shop paid to them.
-- Grain: one row per source, currency and month with either. Units: minor units of the currency.
-- Parameters: ?1 last day.
with moved as (
  select
    source, iif(currency = '', shop_currency(), currency) as currency, day, stated_cost as spent,
    0 as paid, 1 as is_spend
  from spend_fact
  where day <= ?1
  union all
  select
    source, coalesce(nullif(currency, ''), shop_currency()), zoned_day(paid_at), 0, amount, 0
  from ad_payment
  where zoned_day(paid_at) <= ?1
)
select
  source,
  currency,
  substr(day, 1, 7) as month,
  cast(coalesce(sum(spent) filter (where abs(spent) < 1e13), 0) as integer) as spent,
  cast(coalesce(sum(paid) filter (where abs(paid) < 1e13), 0) as integer) as paid,
  max(day) filter (where is_spend) as last_spend,
  max(day) filter (where not is_spend) as last_paid
from moved
group by source, currency, month
order by source, currency, month;
