-- What answers a letter. Grain: one row per letter; replied_at is null while the shop has not
-- answered: the first time that the letter's row or a reply in another file tells. invoice_id is
-- null while no invoice answers it.
-- It is the invoice that the letter's row names; else the first one to the same address within 30
-- days that no letter names, unless the customer wrote again before it was issued. One that the shop
-- took back answers nothing.
create view letter_answer as -- one row per letter: the invoice and the order that answered it
select
  letter.letter_id,
  coalesce(
    iif(
      exists (
        select 1 from invoice_fact void where void.invoice_id = letter.invoice_id and void.is_void
      ),
      null, letter.invoice_id
    ),
    (
      select invoice.invoice_id
      from invoice
      where invoice.customer_email = letter.from_email
        and invoice.issued_at >= letter.received_at
        and invoice.issued_at < letter.received_at + 30 * 86400000
        and not exists (
          select 1 from invoice_fact void where void.invoice_id = invoice.invoice_id and void.is_void
        )
        and not exists (
          select 1 from letter as named where named.invoice_id = invoice.invoice_id
        )
        and not exists (
          select 1
          from letter as later
          where later.from_email = letter.from_email
            and later.received_at > letter.received_at
            and later.received_at <= invoice.issued_at
        )
      order by invoice.issued_at, invoice.invoice_id
      limit 1
    )
  ) as invoice_id,
  (
    select min(replied_at)
    from (
      select letter.replied_at
      union all
      select letter_reply.replied_at
      from letter_reply
      where letter_reply.letter_id = letter.letter_id
        and letter_reply.replied_at >= letter.received_at
    )
  ) as replied_at
from letter;
