-- Whether anything tells what goods cost: without it, a margin is only the revenue.
-- Grain: one row.
select
  exists (select 1 from orders where cost_of_goods is not null)
  or exists (select 1 from order_line where unit_cost is not null)
  or exists (select 1 from product where unit_cost is not null) as knows_costs;
