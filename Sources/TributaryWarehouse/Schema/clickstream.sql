-- Page views of people as rows, everything else as day counts.

create table text_value ( -- dictionary: each host, path, referrer and agent once
  text_id integer primary key,
  text text not null unique
) strict;

create table event ( -- one row per page view of a person, or order event, in order of arrival
  event_id integer primary key,
  at integer not null, -- milliseconds, UTC
  visitor integer not null, -- keyed hash; see DESIGN, Visitor
  host integer, -- text_id
  path integer, -- text_id
  query text, -- without the question mark
  referrer integer, -- text_id
  user_agent integer, -- text_id
  status integer, -- HTTP status
  event_hash integer, -- keyed hash of a collector's id of the event; an order that its line tells besides has an odd one
  order_id text, -- an order event of a collector: this order was made and no page viewed
  source_file_id integer, -- the file that it stands in; null when an older version read it: event_span tells the file
  line integer -- its line there, from 1; of a JSON array the place of its record; null when an older version read it
) strict;

create table event_span ( -- where the events of a day lie: one row per day and stretch of a file
  day text not null,
  source_file_id integer not null,
  first_event_id integer not null,
  last_event_id integer not null, -- other days' events may lie between: filter by at
  events integer not null, -- page views of this day; order events are left out
  first_at integer not null,
  last_at integer not null,
  primary key (day, source_file_id, first_event_id)
) strict, without rowid;

create table request_day ( -- requests counted; the sum over a file is its loaded records
  day text not null,
  source_file_id integer not null,
  host integer, -- text_id
  kind text not null, -- page, asset or other
  is_bot integer not null,
  user_agent integer, -- text_id; null unless it is a bot
  requests integer not null
) strict;

create table request_hour ( -- requests by the hour, without hosts; of lines that an older version read there are none
  day text not null,
  source_file_id integer not null,
  hour integer not null, -- 0 to 23 of the shop's clock; the hour that comes twice when it is set back has both
  kind text not null, -- page, asset or other
  is_bot integer not null,
  requests integer not null, -- the hours of a day, file and kind add up to its request_day
  primary key (day, source_file_id, hour, kind, is_bot)
) strict, without rowid;

create table visitor_habit ( -- visitors who behave within a file as no browser does
  day text not null,
  visitor integer not null, -- keyed hash
  source_file_id integer not null,
  habit text not null, -- only-head, only-missing (5 or more, all 404 or 410), no-assets (10 pages or more)
  requests integer not null, -- page views for no-assets
  primary key (day, visitor, source_file_id, habit)
) strict, without rowid;

create table visitor_user ( -- visitors whom a collector's event of the day calls by a user's id
  day text not null,
  visitor integer not null, -- keyed hash
  user integer not null, -- keyed hash of the user's id, made as a visitor's is
  source_file_id integer not null,
  primary key (day, visitor, user, source_file_id)
) strict, without rowid;

create index request_day_day on request_day (day, source_file_id, host, user_agent);
