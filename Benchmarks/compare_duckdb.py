"""Cuts the same page views into sessions with DuckDB's window functions, for comparison.

    swift run -c release --package-path Benchmarks Benchmark columns access.log > views.csv
    pip install duckdb
    python3 Benchmarks/compare_duckdb.py views.csv

A benchmark and no test. The columns stand in memory before the clock starts, one thread is used,
and the sources are told already (numbers, 0 for none), which Tributary's figure includes: DuckDB
only cuts. A session ends after 30 minutes or where a source comes that is not the session's own.
"""

import resource
import sys

import duckdb

SESSIONS = """
create or replace table session as
with paused as (
  select *, "at" - lag("at") over (partition by visitor order by "at") > 1800000 as is_late
  from page_view
),
stretched as (
  select *, sum(coalesce(is_late, true)::int)
    over (partition by visitor order by "at") as stretch
  from paused
),
sourced as (
  select *, row_number() over part = 1 as is_first,
    last_value(nullif(source, 0) ignore nulls)
      over (partition by visitor, stretch order by "at"
            rows between unbounded preceding and 1 preceding) as before
  from stretched
  window part as (partition by visitor, stretch order by "at")
),
numbered as (
  select *, sum((is_first or (source <> 0 and source is distinct from before))::int)
    over (partition by visitor order by "at") as session
  from sourced
)
select visitor, session, count(*) as pages, min("at") as started_at, max("at") as ended_at,
  arg_min(path, "at") as landing
from numbered
group by visitor, session
"""


def user_seconds():
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


def main():
    database = duckdb.connect()
    database.execute("set threads = 1")
    database.execute("create table page_view as select * from read_csv(?)", [sys.argv[1]])
    views = database.execute("select count(*) from page_view").fetchone()[0]
    for _ in range(3):
        start = user_seconds()
        database.execute(SESSIONS)
        seconds = user_seconds() - start
        sessions = database.execute("select count(*) from session").fetchone()[0]
        print(f"duckdb {views} page views, {sessions} sessions, {seconds:.3f} s of user time, "
              f"{views / seconds:.0f} page views/s")


if __name__ == "__main__":
    main()
