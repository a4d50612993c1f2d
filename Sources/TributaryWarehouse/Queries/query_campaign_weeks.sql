-- Spend and sales of each campaign by week.
-- Grain: one row per campaign and week with spend; week 0 ends with the last day; all_sales: of the
-- shop in that week, whatever brought them. Units: spend in minor units; sales as equal shares of the
-- touchpoints' campaigns (Shapley).
-- Parameters: ?1 first day, ?2 last day.
with spent as (
  select
    campaign_key, cast((julianday(?2) - julianday(day)) / 7 as integer) as week, sum(spend) as spend
  from mart_campaign_day
  where day between ?1 and ?2
  group by 1, 2
  having sum(spend) > 0
),
sold as (
  select
    campaign_key, cast((julianday(?2) - julianday(day)) / 7 as integer) as week,
    sum(conversions) as sales
  from mart_campaign_credit_day
  where day between ?1 and ?2 and kind = 'sale' and model = 'shapley'
  group by 1, 2
),
demand as (
  select cast((julianday(?2) - julianday(day)) / 7 as integer) as week, count(*) as sales
  from conversion
  where day between ?1 and ?2 and is_sale = 1
  group by 1
)
select
  spent.campaign_key, spent.week, spent.spend, coalesce(sold.sales, 0.0) as sales,
  coalesce(demand.sales, 0) as all_sales
from spent
left join sold on sold.campaign_key = spent.campaign_key and sold.week = spent.week
left join demand on demand.week = spent.week
order by spent.campaign_key, spent.week;
