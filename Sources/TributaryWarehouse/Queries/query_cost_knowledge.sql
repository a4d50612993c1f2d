-- Whether the cost of the goods of any order is known: without it, a margin is only the revenue.
-- Grain: one row.
select exists (select 1 from order_fact where knows_cost) as knows_costs;
