-- What the ledger knows of each file.
-- Grain: one row per file. Units: records.
select
  kind, path, read, loaded, restated, duplicate, filtered, rejected, pending, refusal, data_to
from source_file
order by kind, natural_path;
