-- What attribution must know of each letter.
-- Grain: one row per letter. Units: received_at in milliseconds.
select letter_id, received_at, from_email, order_id, invoice_id
from letter
order by received_at, letter_id;
