-- Files that were refused whole.
-- Grain: one row per file.
select kind, path, refusal as message
from source_file
where refusal is not null
order by kind, path;
