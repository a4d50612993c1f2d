-- The first and the last day with spend and with visits, as far as a last day knows.
-- Grain: one row. Parameters: ?1 last day.
-- Each end is asked for by itself: an index answers one at once, and two by a walk through all.
select
  (select min(day) from spend_fact where day <= ?1) as spend_first,
  (select max(day) from spend_fact where day <= ?1) as spend_last,
  (select min(day) from session where day <= ?1) as session_first,
  (select max(day) from session where day <= ?1) as session_last;
