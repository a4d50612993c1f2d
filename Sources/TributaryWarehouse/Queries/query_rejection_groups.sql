-- Refused records by reason, with the first of each.
-- Grain: one row per kind of source and reason.
with placed as (
  select
    source_file.kind, rejection.reason, source_file.path, rejection.line, rejection.message,
    row_number() over (
      partition by source_file.kind, rejection.reason
      order by source_file.natural_path, rejection.byte_offset
    ) as position,
    count(*) over (partition by source_file.kind, rejection.reason) as records
  from rejection
  join source_file using (source_file_id)
)
select kind, reason, records, path, line, message
from placed
where position = 1
order by kind, records desc, reason;
