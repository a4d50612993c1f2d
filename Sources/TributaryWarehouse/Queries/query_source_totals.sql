-- The ledger summed by kind of source.
-- Grain: one row per kind. Units: records.
select
  kind, count(*) as files, sum(read) as read, sum(loaded) as loaded, sum(restated) as restated,
  sum(duplicate) as duplicate, sum(filtered) as filtered, sum(rejected) as rejected,
  sum(pending) as pending
from source_file
group by kind
order by kind;
