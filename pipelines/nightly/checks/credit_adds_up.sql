-- Each counted conversion is credited once, no more and no less, by every model.
-- A check is a query that must give no row.
select conversion_id, model, sum(credit) as credit
from attribution_credit
group by conversion_id, model
having abs(sum(credit) - 1) > 1e-6
