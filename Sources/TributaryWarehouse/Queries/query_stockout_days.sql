-- Days on which a category that makes up a tenth of the revenue had nothing on hand.
-- Grain: one row per day. Parameters: ?1 last day.
with sold as (
  select category, sum(revenue) as revenue
  from mart_category_day
  where day <= ?1
  group by category
), leading as (
  select category
  from sold
  where revenue * 10 >= (select sum(revenue) from sold)
), on_hand as (
  select stock.date as day, product.category, sum(stock.on_hand) as pieces
  from stock
  join product using (sku)
  where stock.date <= ?1
  group by stock.date, product.category
)
select distinct day
from on_hand
join leading using (category)
where pieces <= 0
order by day;
