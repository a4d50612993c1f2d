-- The sales in which a campaign had a part, by equal shares of the campaigns on each path (Shapley).
-- Grain: one row per sale. Units: value in minor units; credit 0...1 of the sale. path and line: where
-- the order, call or invoice stands.
-- Parameters: ?1 first day, ?2 last day, ?3 campaign_key.
select
  conversion.kind, conversion.member, conversion.day, conversion.value,
  sum(credit.credit) as credit,
  coalesce(file.path, '') as path,
  coalesce(orders.line, call.line, invoice.line, 0) as line
from conversion
join attribution_credit as credit on credit.conversion_id = conversion.conversion_id
left join orders on conversion.kind = 'order' and orders.order_id = conversion.member
left join call on conversion.kind = 'call' and call.call_id = conversion.member
left join invoice on conversion.kind = 'invoice' and invoice.invoice_id = conversion.member
left join source_file as file
  on file.source_file_id
    = coalesce(orders.source_file_id, call.source_file_id, invoice.source_file_id)
where conversion.day between ?1 and ?2 and conversion.is_sale = 1
  and credit.model = 'shapley' and credit.campaign_key = ?3
group by conversion.conversion_id
having sum(credit.credit) > 0
order by credit desc, conversion.day desc, conversion.conversion_id;
