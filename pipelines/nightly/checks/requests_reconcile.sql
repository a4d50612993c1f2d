-- Every request that was loaded from a log is counted on exactly one day.
with loaded as (
  select source_file_id, loaded from source_file where kind = 'clickstream'
),
counted as (
  select source_file_id, sum(requests) as requests from request_day group by source_file_id
)
select loaded.source_file_id, loaded.loaded, counted.requests
from loaded left join counted using (source_file_id)
where loaded.loaded <> coalesce(counted.requests, 0)
