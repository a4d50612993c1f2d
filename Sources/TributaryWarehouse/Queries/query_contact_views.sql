-- When visitors looked at a page that tells how to reach the shop or how it delivers.
-- Grain: one row per page view, some twice. Units: milliseconds.
-- Parameters: ?1 first day, ?2 last day.
select event.visitor, event.at
from event_span
cross join event on event.event_id between first_event_id and last_event_id
cross join text_value on text_id = event.path
where event_span.day between ?1 and ?2
  and (
    text like '%contact%' or text like '%kontakt%' or text like '%deliver%'
    or text like '%dostavk%' or text like '%shipping%' or text like '%контакт%'
    or text like '%доставк%'
  );
