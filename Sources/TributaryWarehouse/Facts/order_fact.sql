-- The facts of the orders of temp.fact_order.
delete from order_fact
where order_id in (select order_id from temp.fact_order);

insert into order_fact (
  order_id, day, home, geodomain, channel, method, status, payment_method, is_web, is_from_cart,
  is_lost, lost_day, paid_day, delivered_day, currency, rate, total, refunded, margin,
  knows_cost
)
with priced as (
  select
    l.order_id,
    coalesce(l.line_cost, l.quantity * coalesce(l.unit_cost, p.exact_unit_cost, p.unit_cost))
      as cost
  from temp.fact_order t
  cross join order_line l on l.order_id = t.order_id
  left join product p on p.sku = l.sku
),
line_cost as (
  select order_id, sum(cost) as cost_of_goods, count(*) = count(cost) as is_whole
  from priced
  group by order_id
),
-- The last entry of the status history; of two at one instant a loss, which ends an order.
last_entry as (
  select
    s.order_id,
    s.at,
    s.status,
    is_lost(s.status, null) as is_lost,
    row_number() over (
      partition by s.order_id order by s.at desc, is_lost(s.status, null) desc, s.status
    ) as place
  from temp.fact_order t
  cross join order_status s on s.order_id = t.order_id
),
-- The entry beside the moments at which the order's own row told its status and its cancelling: the
-- row's change, else the file's. What refunds made of an order nobody takes back.
compared as (
  select
    e.*,
    o.status is null
      or e.at > coalesce(
        iif(
          told_by(o.told_before, 'status') is null, o.updated_at,
          told_change(o.told_before, 'status')),
        version_moment(v.named_day, v.named_second, v.is_span, v.modified)) as is_newer,
    e.at > coalesce(
      iif(
        told_by(o.told_before, 'cancelled_at') is null, o.updated_at,
        told_change(o.told_before, 'cancelled_at')),
      version_moment(c.named_day, c.named_second, c.is_span, c.modified)) as is_after_cancelling
  from last_entry e
  cross join orders o on o.order_id = e.order_id
  left join file_version v
    on v.version_id = coalesce(told_by(o.told_before, 'status'), o.version_id)
  left join file_version c
    on c.version_id = coalesce(told_by(o.told_before, 'cancelled_at'), o.version_id)
  left join refunded_order g on g.order_id = e.order_id
  where e.place = 1
    and (g.order_id is null or (g.status, g.cancelled_at) is (o.status, o.cancelled_at))
),
home as (
  select city_key(city) as city, min(domain) as domain
  from geodomain
  group by 1
),
placed as (
  select
    o.*,
    zoned_day(o.placed_at) as day,
    -- The newer by time says.
    iif(n.is_newer, n.status, o.status) as last_status,
    case
      when n.is_after_cancelling and not n.is_lost then null
      when o.status is not null and not is_lost(o.status, null)
        and told_by(o.told_before, 'lost_status') is not null then null
      else o.cancelled_at
    end as ended_at,
    -- The export says, else the page that confirmed the order in the first visit that saw one, else
    -- the domain on which that visit began.
    coalesce(
      nullif(o.geodomain, ''),
      (
        select coalesce(d.domain, s.geodomain)
        from session_order seen
        cross join session s on s.session_id = seen.session_id
        left join geodomain d on d.domain = seen.host
        where seen.order_id = o.order_id and coalesce(d.domain, s.geodomain) is not null
        order by s.started_at, coalesce(d.domain, s.geodomain)
        limit 1
      ), ''
    ) as domain,
    coalesce(o.cost_of_goods, c.cost_of_goods, 0) + coalesce(o.delivery_cost, 0) as costs,
    o.cost_of_goods is not null or coalesce(c.is_whole, 0) as knows_cost
  from temp.fact_order t
  cross join orders o on o.order_id = t.order_id
  left join compared n on n.order_id = o.order_id
  left join line_cost c on c.order_id = t.order_id
)
select
  o.order_id,
  o.day,
  case when coalesce(o.city, '') = '' then o.domain else coalesce(h.domain, '') end as home,
  o.domain as geodomain,
  coalesce(o.channel, '') as channel,
  coalesce(o.method, '') as method,
  coalesce(o.last_status, '') as status,
  coalesce(o.payment_method, '') as payment_method,
  coalesce(
    o.method in ('cart', 'one_click', 'form', 'chat'), o.channel = 'online',
    o.order_id in (select order_id from session_order)
  ) as is_web,
  coalesce(o.channel, 'online') = 'online' and coalesce(o.method, 'cart') in ('cart', 'one_click')
    as is_from_cart,
  is_lost(o.last_status, o.ended_at) as is_lost,
  case
    when is_lost(o.last_status, o.ended_at) then zoned_day(coalesce(
      o.ended_at,
      (
        select min(lost.at)
        from order_status lost
        where lost.order_id = o.order_id
          and is_lost(lost.status, null)
          and lost.at >= coalesce(
            (
              select max(kept.at)
              from order_status kept
              where kept.order_id = o.order_id and not is_lost(kept.status, null)
            ), 0)
      )
    ))
  end as lost_day,
  zoned_day(o.paid_at) as paid_day,
  zoned_day(o.delivered_at) as delivered_day,
  coalesce(o.currency, '') as currency,
  r.rate,
  exchanged(o.total, r.rate) as total,
  exchanged(o.refunded, r.rate) as refunded,
  exchanged(o.total - o.costs, r.rate) as margin,
  o.knows_cost
from placed o
left join home h on h.city = city_key(o.city)
left join day_rate r on r.day = o.day and r.currency = coalesce(o.currency, '');
