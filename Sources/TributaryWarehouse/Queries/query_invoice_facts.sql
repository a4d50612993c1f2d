-- What attribution must know of the invoices of temp.journey_member in the shop's currency.
-- Grain: one row per invoice. Units: milliseconds; total in minor units.
-- Paid: as the invoice says, else when its payments reached its total.
select
  invoice.invoice_id, invoice.issued_at, invoice.total, invoice.order_id,
  invoice.customer_phone, invoice.customer_email, invoice_settlement.paid_at
from temp.journey_member member
cross join invoice on invoice.invoice_id = member.member
join invoice_settlement using (invoice_id)
where member.kind = 'invoice' and coalesce(invoice.currency, '') in ('', shop_currency())
order by invoice.issued_at, invoice.invoice_id;
