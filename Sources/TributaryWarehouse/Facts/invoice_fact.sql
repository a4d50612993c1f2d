-- The facts of the invoices of temp.fact_invoice. Expects those of the orders.
-- Paid: as the invoice itself says, else when its payments, in its currency, reached its total within
-- one unit of the currency (of a small one, within half of it) after they last had all gone back.
-- Money that was given back whole unpays it whatever it says itself; a part lowers its total, unless
-- more had been paid than it asked for. An invoice that the shop took back is never paid.
delete from invoice_fact
where invoice_id in (select invoice_id from temp.fact_invoice);

insert into invoice_fact (
  invoice_id, day, due_day, paid_at, paid_day, is_void, order_id, total, margin, knows_cost
)
with bill as (
  select
    i.invoice_id,
    zoned_day(i.issued_at) as day,
    coalesce(zoned_day(i.due_at), date(zoned_day(i.issued_at), '+21 days')) as due_day,
    i.paid_at,
    coalesce(meant.order_id, i.order_id, '') as order_id,
    coalesce(i.currency, '') as currency,
    i.total,
    max(0, min(minor_units(coalesce(i.currency, '')), i.total / 2)) as slack,
    is_void(i.status) as is_void
  from temp.fact_invoice t
  cross join invoice i on i.invoice_id = t.invoice_id
  left join meant_order meant on meant.kind = 'invoice' and meant.member = i.invoice_id
),
part as (
  select
    b.invoice_id,
    b.total,
    b.slack,
    p.paid_at,
    p.amount,
    sum(p.amount) over way as so_far,
    row_number() over way as number
  from bill b
  cross join payment p on p.invoice_id = b.invoice_id
  where '' in (b.currency, coalesce(p.currency, '')) or p.currency = b.currency
  window way as (
    partition by b.invoice_id order by p.paid_at, p.payment_id rows unbounded preceding
  )
),
turn as (
  select *, max(iif(so_far <= slack, number, 0)) over (partition by invoice_id) as emptied
  from part
),
received as (
  select
    invoice_id,
    min(iif(so_far >= total - slack and number > emptied, paid_at, null)) as reached_at,
    max(0, sum(max(0, -amount)) - max(0, sum(max(0, amount)) - total)) as given_back
  from turn
  group by invoice_id
),
settled as (
  select
    b.invoice_id,
    b.day,
    b.due_day,
    case
      when b.is_void or r.given_back > 0 and r.given_back >= b.total - b.slack then null
      else coalesce(b.paid_at, r.reached_at)
    end as paid_at,
    b.is_void,
    b.order_id,
    b.currency,
    b.total,
    coalesce(r.given_back, 0) as given_back
  from bill b
  left join received r on r.invoice_id = b.invoice_id
),
rated as (
  select
    s.*,
    zoned_day(s.paid_at) as paid_day,
    r.rate,
    exchanged(s.total - iif(s.paid_at is null, 0, s.given_back), r.rate) as shop_total
  from settled s
  left join day_rate r on r.day = coalesce(zoned_day(s.paid_at), s.day) and r.currency = s.currency
)
select
  i.invoice_id,
  i.day,
  i.due_day,
  i.paid_at,
  i.paid_day,
  i.is_void,
  i.order_id,
  i.shop_total as total,
  case
    -- What orders tell of refunds has lowered their margin already.
    when coalesce(o.refunded, 0) > 0 and o.total + o.refunded > 0
      then exchanged(o.margin, exchanged(i.total, i.rate) * 1.0 / (o.total + o.refunded))
    when o.total > 0 then exchanged(o.margin, i.shop_total * 1.0 / o.total)
    else i.shop_total
  end as margin,
  coalesce(o.knows_cost, 0) as knows_cost
from rated i
left join order_fact o on o.order_id = i.order_id;
