-- What attribution must know of the letters of temp.journey_member.
-- Grain: one row per letter. Units: received_at in milliseconds.
select letter_id, received_at, from_email, order_id, invoice_id
from temp.journey_member member
cross join letter on letter.letter_id = member.member
where member.kind = 'letter'
order by received_at, letter_id;
