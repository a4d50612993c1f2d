-- What answers a letter. Grain: one row per letter; replied_at is null while the shop has not
-- answered: the first time that the letter's row or a reply in another file tells. invoice_id is
-- null while no invoice answers it.
-- It is the invoice that the letter's row names; else the first one to the same address within 30
-- days that no letter names, unless the customer wrote again before it was issued. One that the shop
-- took back answers nothing. What has a day without a time, invoice or reply, came after that day's
-- letters: issued_by and replied_by are the end of the day.
create view letter_answer as -- one row per letter: the invoice and the order that answered it
with issue as (
  select
    invoice_id,
    customer_email,
    issued_at,
    iif(
      exists (
        select 1
        from day_column d
        where d.source_file_id = invoice.source_file_id and d.column_name = 'issued_at'
      ),
      zoned_day_end(issued_at), issued_at
    ) as issued_by
  from invoice
),
reply as (
  select
    letter_id,
    replied_at,
    iif(
      exists (
        select 1
        from day_column d
        where d.source_file_id = letter_reply.source_file_id and d.column_name = 'replied_at'
      ),
      zoned_day_end(replied_at), replied_at
    ) as replied_by
  from letter_reply
)
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
      select issue.invoice_id
      from issue
      where issue.customer_email = letter.from_email
        -- The longest day has 25 hours.
        and issue.issued_at >= letter.received_at - 25 * 3600000
        and issue.issued_by >= letter.received_at
        and issue.issued_at < letter.received_at + 30 * 86400000
        and not exists (
          select 1 from invoice_fact void where void.invoice_id = issue.invoice_id and void.is_void
        )
        and not exists (
          select 1 from letter as named where named.invoice_id = issue.invoice_id
        )
        and not exists (
          select 1
          from letter as later
          where later.from_email = letter.from_email
            and later.received_at between letter.received_at and issue.issued_by
            and (later.received_at, later.letter_id) > (letter.received_at, letter.letter_id)
        )
      order by issue.issued_at, issue.invoice_id
      limit 1
    )
  ) as invoice_id,
  (
    select min(replied_at)
    from (
      select letter.replied_at
      union all
      select reply.replied_at
      from reply
      where reply.letter_id = letter.letter_id and reply.replied_by >= letter.received_at
    )
  ) as replied_at
from letter;
