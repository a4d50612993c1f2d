-- Sales of each campaign by day, as equal shares of the campaigns on each path (Shapley).
-- Grain: one row per campaign and day with any. Parameters: ?1 first day, ?2 last day.
select campaign_key, day, conversions
from mart_campaign_credit_day
where day between ?1 and ?2 and kind = 'sale' and model = 'shapley' and conversions > 0
order by campaign_key, day;
