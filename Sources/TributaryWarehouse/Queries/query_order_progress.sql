-- What became of the orders of a window that were made in the site's cart, as known on its last day.
-- Grain: one row; knows_paid, knows_delivered: whether any order of the shop tells of that step by
-- then. Delivered: of the paid where the shop knows of payments; delivered_unpaid: the others.
-- Open: past the step before, not lost and placed less than ?3 days before the last day.
-- Parameters: ?1 first day, ?2 last day, ?3 days that an order stays open.
with known as (
  select exists (select 1 from order_fact where paid_day <= ?2) as paid
),
placed as (
  select
    day,
    coalesce(paid_day <= ?2, 0) as is_paid,
    coalesce(delivered_day <= ?2, 0) as is_delivered,
    coalesce(paid_day <= ?2, 0) or not known.paid as may_be_delivered,
    is_lost
  from order_fact
  cross join known
  where day between ?1 and ?2 and is_from_cart
)
select
  count(*) as orders,
  coalesce(sum(is_paid), 0) as paid,
  coalesce(sum(is_delivered and may_be_delivered), 0) as delivered,
  coalesce(sum(is_delivered and not may_be_delivered), 0) as delivered_unpaid,
  coalesce(sum(not is_paid and not is_lost and day > date(?2, '-' || ?3 || ' days')), 0)
    as paid_open,
  coalesce(sum(
    may_be_delivered and not is_delivered and not is_lost and day > date(?2, '-' || ?3 || ' days')), 0)
    as delivered_open,
  (select paid from known) as knows_paid,
  exists (select 1 from order_fact where delivered_day <= ?2) as knows_delivered
from placed;
