-- Spellings of orders that mean a city of geodomains, which spells it otherwise; most orders first.
-- Grain: one row per spelling.
with home as (
  select city_key(city) as key, min(city) as city
  from geodomain
  group by 1
), spelled as (
  select city as spelling, count(*) as orders
  from orders
  where city <> '' and city not in (select city from geodomain)
  group by 1
)
select spelled.spelling, home.city, spelled.orders
from spelled
join home on home.key = city_key(spelled.spelling)
order by spelled.orders desc, spelled.spelling;
