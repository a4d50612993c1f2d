-- When people converted.
-- Grain: one row per conversion that counts. Units: at in milliseconds.
-- Parameters: ?1 first day, ?2 last day.
select person_id, kind, is_sale, at
from conversion
where day between ?1 and ?2 and is_counted
order by conversion_id;
