-- What was read, what was refused, and what waits to be made of it.

create table source_file ( -- one row per source file ever read; counts are cumulative
  source_file_id integer primary key,
  kind text not null, -- kind of the source, such as orders
  path text not null, -- relative to the pipeline's folder; a rotated log may share it for a while
  natural_path text not null, -- the path with its numbers padded, so that file2 < file10
  size integer not null, -- bytes on disk
  modified integer not null, -- modification time of the file, nanoseconds since 1970
  inode integer not null,
  content_offset integer not null, -- decompressed bytes read and stored so far
  content_hash text not null, -- 128-bit hash of the decompressed bytes up to content_offset
  head_hash text not null, -- 128-bit hash of the first decompressed bytes
  read integer not null, -- records: read = loaded + duplicate + filtered + rejected
  loaded integer not null, -- of them stored, restated ones included
  restated integer not null, -- of the loaded, newer versions of a known key
  duplicate integer not null, -- known with the same values, or an older version
  filtered integer not null, -- blanks, comments, totals rows
  rejected integer not null, -- refused; the first of each file stand in rejection
  pending integer not null, -- 1 when the last line of a growing log is not complete yet
  refused_records integer not null, -- records of read and rejected that a refusal of the file counts
  refusal text, -- why the file was refused whole; null when it was not
  reading text not null, -- the source's keys that it was read with; '' when it is to be read again
  data_from text, -- first day with data
  data_to text, -- last day with data
  id_prefix text not null default '', -- what stands before the order numbers that a log's visits show; of spend the advertising account
  check (read = loaded + duplicate + filtered + rejected),
  check (restated <= loaded)
) strict;

create index source_file_kind_path on source_file (kind, path);

create table file_version ( -- one row per version of a table's file: which of two rows is newer
  version_id integer primary key,
  source_file_id integer not null,
  named_day text, -- the day that the file's name says, of several the last; null when it says none
  named_second integer, -- since that day began; null when the name has no time
  is_span integer not null, -- 1 when the name stands for several days
  modified integer not null, -- nanoseconds since 1970, the earliest that the bytes were seen with
  content_hash text not null, -- 128-bit hash of the decompressed bytes
  is_return integer not null, -- 1 when the path held other bytes since it held these
  first_line integer, -- of the first row; null until the file was read
  last_line integer, -- of the last row
  columns text -- those that the file has, of others its rows say nothing; null where they say all
) strict;

create index file_version_file on file_version (source_file_id);
create index file_version_content on file_version (content_hash);

create table disputed_order ( -- one row per order whose lines stand in files of which none is newer
  order_id text primary key,
  version_id integer not null -- the newest of them
) strict, without rowid;

create table file_money ( -- one row per source file, table and currency; cumulative as its counts
  source_file_id integer not null,
  table_name text not null, -- the table whose money column is followed, such as orders
  currency text not null, -- '' when the records name none, or none that can be read
  read integer not null, -- minor units: read = loaded + duplicate + rejected
  loaded integer not null, -- minor units stored, restated rows included
  restated_from integer not null, -- minor units that the restated rows had before
  restated_to integer not null, -- minor units that they have now; a part of loaded
  duplicate integer not null, -- minor units of known rows and older versions
  rejected integer not null, -- minor units of refused records whose amount can be read
  unknown_amounts integer not null, -- refused records whose amount cannot be read
  listed integer not null, -- minor units that all records of the last reading add up to
  stated_total integer, -- minor units by the file's own totals row; null when it has none
  primary key (source_file_id, table_name, currency)
) strict, without rowid;

create table table_money ( -- one row per table and currency: what the table must add up to
  table_name text not null,
  currency text not null,
  total integer not null, -- minor units: new rows + (restated rows now - before), over all nights
  primary key (table_name, currency)
) strict, without rowid;

create table rejection ( -- records that were refused; at most 1000 of a file
  source_file_id integer not null,
  line integer not null, -- 1 for the first line of the decompressed file; of a log that is a JSON array the place of the record
  byte_offset integer not null, -- of the record's first byte in the decompressed file
  reason text not null, -- a stable word for grouping, such as bad-date
  column_name text, -- the column that was wrong, where one was
  message text not null, -- expected, found, what to do; no personal data
  sample text not null, -- the start of the record, contacts blotted out
  amount integer, -- minor units; null when it cannot be read or there is none
  currency text -- of the amount
) strict;

create index rejection_source_file on rejection (source_file_id, byte_offset);

create table file_note ( -- one row per source file and odd thing about it; nothing was refused for it
  source_file_id integer not null,
  note text not null, -- a stable word for grouping, such as zero-totals
  about text not null, -- an order's number, a day, a column; '' where the note says it all
  count integer not null, -- records that it speaks of
  primary key (source_file_id, note, about)
) strict, without rowid;

create table left_out_row ( -- one row per record of any table whose newest version its source leaves out: it is not in its table
  table_name text not null,
  key text not null, -- the values of the table's key
  cells text not null, -- all of the row's values, as a JSON array
  source_file_id integer not null,
  line integer not null,
  version_id integer not null,
  told_before text, -- columns that another version told than that one
  primary key (table_name, key)
) strict, without rowid;

create table day_column ( -- one row per source file and column whose times there are all midnight: days, of unknown time
  source_file_id integer not null,
  column_name text not null, -- placed_at, received_at, issued_at or paid_at
  primary key (source_file_id, column_name)
) strict, without rowid;

create table stale_day ( -- one row per day with changes that sessions and marts do not show yet
  day text primary key, -- '' when rows without a day changed, so that any day may look different
  has_page_views integer not null -- 1 when its page views changed
) strict, without rowid;

create table stale_day_file ( -- one row per file whose rows changed a day that waits: who brought it
  day text not null, -- '' when rows without a day changed
  kind text not null, -- of the table that the file changed
  source_file_id integer not null,
  primary key (day, kind, source_file_id)
) strict, without rowid;

create table fingerprint ( -- what results were made with; a difference replays history
  name text primary key, -- such as sessions
  value text not null
) strict, without rowid;
