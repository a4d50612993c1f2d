-- What attribution must know of the letters of temp.journey_member.
-- Grain: one row per letter. Units: received_at in milliseconds. is_day: it is a day without a time.
select
  letter_id, received_at, from_email, coalesce(meant_order.order_id, letter.order_id) as order_id,
  invoice_id, thread_id,
  exists (
    select 1
    from day_column
    where day_column.source_file_id = letter.source_file_id and column_name = 'received_at'
  ) as is_day
from temp.journey_member member
cross join letter on letter.letter_id = member.member
left join meant_order on meant_order.kind = 'letter' and meant_order.member = letter.letter_id
where member.kind = 'letter'
order by received_at, letter_id;
