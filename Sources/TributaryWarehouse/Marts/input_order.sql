-- Grain of temp.dirty_order: one row per order placed on a dirty day.
-- Units: money in minor units of the shop's currency by the latest rate up to the day; null where
-- no rate is known, and beyond 1e13, where sums would leave 64 bits: such an order is counted, its
-- money is left out.
-- Home: the domain of the customer's city, which need not be the domain that the order came
-- through; '' for a city without a domain, the order's own domain when no city is known.
-- Invariant: margin = total - cost of goods - delivery cost; an unknown cost counts as 0.
delete from temp.dirty_order;

insert into temp.dirty_order
with line_cost as (
  select
    o.order_id,
    sum(
      coalesce(l.line_cost, l.quantity * coalesce(l.unit_cost, p.exact_unit_cost, p.unit_cost))
    ) as cost_of_goods
  from temp.dirty_day d
  cross join orders o on o.placed_at >= d.starts_at and o.placed_at < d.ends_at
  cross join order_line l on l.order_id = o.order_id
  left join product p on p.sku = l.sku
  group by o.order_id
),
rated as (
  select
    d.day,
    o.*,
    coalesce(o.cost_of_goods, c.cost_of_goods, 0) as known_cost,
    case
      when coalesce(o.currency, '') in ('', shop_currency()) then 1.0
      else (
        select r.rate * minor_units(shop_currency()) / minor_units(o.currency)
        from exchange_rate r
        where r.currency = o.currency
          and r.date <= d.day
        order by r.date desc
        limit 1
      )
    end as rate
  from temp.dirty_day d
  cross join orders o on o.placed_at >= d.starts_at and o.placed_at < d.ends_at
  left join line_cost c on c.order_id = o.order_id
)
select
  order_id,
  day,
  coalesce(channel, '') as channel,
  coalesce(method, '') as method,
  coalesce(geodomain, '') as geodomain,
  case
    when coalesce(city, '') = '' then coalesce(geodomain, '')
    else coalesce((
      select min(g.domain)
      from geodomain g
      where lower_unicode(g.city) = lower_unicode(rated.city)
    ), '')
  end as home,
  coalesce(
    method in ('cart', 'one_click', 'form', 'chat'), channel = 'online',
    order_id in (select order_id from session_order)
  ) as is_web,
  is_lost(status, cancelled_at) as is_lost,
  paid_at is not null as is_paid,
  delivered_at is not null as is_delivered,
  case when abs(total * rate) < 1e13 then cast(round(total * rate) as integer) end as total,
  case
    when abs((total - known_cost - coalesce(delivery_cost, 0)) * rate) < 1e13
      then cast(round((total - known_cost - coalesce(delivery_cost, 0)) * rate) as integer)
  end as margin,
  rate
from rated;
