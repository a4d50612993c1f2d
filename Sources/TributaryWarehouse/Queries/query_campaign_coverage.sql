-- The first and the last day with spend and with visits, as far as the last day of a window knows.
-- Grain: one row. Parameters: ?1 first day of the window, not read; ?2 last day.
-- Each end is asked for by itself: an index answers one at once, and two by a walk through all.
select
  ?1 as asked_from,
  (select min(day) from spend_fact where day <= ?2) as spend_first,
  (select max(day) from spend_fact where day <= ?2) as spend_last,
  (select min(day) from session where day <= ?2) as session_first,
  (select max(day) from session where day <= ?2) as session_last;
