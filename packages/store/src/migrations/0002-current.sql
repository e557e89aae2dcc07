-- What holds and is known now. Derived from the log in the transaction that appends; can always
-- be made again from it.

create table tijdig.current_fact (
  trajectory integer not null,
  fact text collate "C" not null,
  key text collate "C" not null,
  attributes jsonb not null,
  valid_from date not null,
  started_on date not null,
  due_on date,
  met_on date,
  ended_on date,
  primary key (trajectory, fact, key)
);

-- By what a trajectory is listed. One without an event that is read now has no line.
create table tijdig.trajectory_line (
  number integer primary key,
  route text collate "C" not null,
  -- Empty: no state holds, and state_since is the day on which it opened.
  state text collate "C" not null,
  state_since date not null,
  opened_on date not null
);

create index line_by_opening on tijdig.trajectory_line (route, opened_on, number);
create index line_by_state on tijdig.trajectory_line (route, state, state_since, number);

-- The values of the attributes that a route lets people filter by.
create table tijdig.trajectory_filter (
  route text collate "C" not null,
  attribute text collate "C" not null,
  value text collate "C" not null,
  number integer not null,
  primary key (route, attribute, value, number)
);

-- How many lines there are with a state, with a filter's value, with both. '*' stands for any.
create table tijdig.trajectory_count (
  route text collate "C" not null,
  state text collate "C" not null,
  attribute text collate "C" not null,
  value text collate "C" not null,
  trajectories bigint not null,
  primary key (route, state, attribute, value)
) with (fillfactor = 50);

-- A trajectory's id in lower case, with its runs of two and three characters, by which a part is found.
create table tijdig.trajectory_search (
  number integer primary key,
  lowered text collate "C" not null,
  parts text[] collate "C" not null
);

create index search_by_part on tijdig.trajectory_search using gin (parts);

-- How many ids of a route have a run of one, two or three characters: whether it is worth looking for.
create table tijdig.search_count (
  route text collate "C" not null,
  part text collate "C" not null,
  trajectories bigint not null,
  primary key (route, part)
) with (fillfactor = 50);

-- How much there is of a route, and how far its record reaches.
create table tijdig.route_total (
  route text collate "C" primary key,
  events bigint not null,
  last_valid_on date not null,
  last_recorded_at timestamptz not null
) with (fillfactor = 50);

-- By which definition a route's facts were derived: another one derives them again.
create table tijdig.current_definition (
  route text collate "C" primary key,
  hash text not null
);

grant select, insert, update, delete on
  tijdig.current_fact, tijdig.trajectory_line, tijdig.trajectory_filter,
  tijdig.trajectory_count, tijdig.trajectory_search, tijdig.search_count,
  tijdig.route_total, tijdig.current_definition
to tijdig_app;
