-- What only a run of its time could know. These tables are migrated, never made anew, and a full
-- refresh takes them over.

create table run ( -- one row per run of the pipeline
  run_id integer primary key,
  as_of text not null, -- the last day included
  started_at integer not null, -- milliseconds, UTC
  finished_at integer, -- null while it runs, or when it was killed
  exit_code integer,
  version text not null, -- of Tributary
  published text -- what its pages followed from, and a hash of them; null when none were published
) strict;

create table job_run ( -- one row per job that a run finished
  run_id integer not null,
  job text not null,
  seconds real not null,
  rows integer not null, -- rows written
  primary key (run_id, job)
) strict, without rowid;

create table mart_total_day ( -- one row per day and measure whose source has rows on the day
  day text not null,
  measure text not null, -- orders, revenue, cancelled, spend, invoices_paid, payments, page_views, sessions
  total integer not null, -- money in minor units of the shop's currency, else a count
  primary key (day, measure)
) strict, without rowid;

-- What a day said before a run changed it. Together with mart_total_day it tells what any earlier
-- night saw: the value at the end of run N is `before` of the first later row of the day and
-- measure, else today's. Only days that change have rows.
create table day_history ( -- one row per run, day and measure whose total the run changed
  run_id integer not null,
  day text not null,
  measure text not null, -- as in mart_total_day
  before integer, -- null when the day had no rows of the measure's source
  primary key (run_id, day, measure)
) strict, without rowid;

create table day_history_file ( -- one row per run and file that changed days which had data before
  run_id integer not null,
  day text not null, -- '' when the file's rows have no day, such as products
  kind text not null, -- of the table that the file changed
  source_file_id integer not null,
  primary key (run_id, day, kind, source_file_id)
) strict, without rowid;

-- What was said of past days, and is said otherwise now. A day is restated when the last completed
-- run of an earlier as-of day included it (it is not after that as-of day), had rows of the
-- measure's source on it, and its total has changed since. A day that is new to the reports, or
-- that had no rows of that source, is late but not restated. Without an earlier as-of nothing is.
create table restated_day ( -- one row per as-of day, restated day and measure
  as_of text not null,
  since text not null, -- the earlier as-of day that it is compared with
  day text not null,
  measure text not null, -- as in mart_total_day
  before integer not null, -- money in minor units of the shop's currency, else a count
  after integer not null,
  files text not null, -- paths of the files that brought the change, '; ' between them
  primary key (as_of, day, measure)
) strict, without rowid;
