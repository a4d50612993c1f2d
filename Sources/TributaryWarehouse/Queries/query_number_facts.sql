-- What each of the shop's phone numbers stands for, and when.
-- Grain: one row per number and first day.
select number, geodomain, campaign, channel, valid_from, valid_to
from phone_number
order by number, valid_from;
