-- Grain: one row per day of placing and product category; '' is unknown.
-- Units: pieces; revenue and margin in minor units of the shop's currency.
-- Invariant: lines of lost orders are left out; revenue = quantity x unit price, each line rounded
-- once, so discounts and delivery of the whole order are not in it; margin is null where any unit
-- cost is unknown. Lines of 1e13 and more are left out: their sums would leave 64 bits.
delete from mart_category_day
where day in (select day from temp.dirty_day);

insert into mart_category_day (day, category, pieces, revenue, margin)
with line as (
  select
    o.day,
    coalesce(l.category, p.category, '') as category,
    l.quantity,
    coalesce(l.line_total, l.quantity * l.unit_price) * o.rate as revenue,
    coalesce(l.line_cost, l.quantity * coalesce(l.unit_cost, p.exact_unit_cost, p.unit_cost))
      * o.rate as cost
  from temp.dirty_day d
  cross join order_fact o on o.day = d.day
  cross join order_line l on l.order_id = o.order_id
  left join product p on p.sku = l.sku
  where not o.is_lost
)
select
  day,
  category,
  sum(quantity) as pieces,
  coalesce(cast(round(sum(revenue)) as integer), 0) as revenue,
  case when count(cost) = count(*) then cast(round(sum(revenue - cost)) as integer) end as margin
from line
where coalesce(max(abs(revenue), abs(coalesce(cost, 0))), 0) < 1e13
group by day, category;
