-- Visits as Yandex Metrica names where they came from, and those that ordered.
-- Grain: one row per source. Parameters: ?1 first day, ?2 last day.
select metrica_source as source, count(*) as sessions, sum(reached_order) as orders
from session
where day between ?1 and ?2 and metrica_source is not null
group by 1
order by sessions desc, source;
