-- The log: what happened, in the order in which it became part of the record. Only ever added to.

create table tijdig.log (
  only_one boolean primary key default true check (only_one),
  identity uuid not null,
  position bigint not null check (position >= 0),
  hash bytea not null check (length(hash) = 32),
  trajectories integer not null check (trajectories >= 0)
);

-- The chain of hashes starts from what makes this log another than every other.
insert into tijdig.log (identity, position, hash, trajectories)
select identity, 0, sha256(convert_to(identity::text, 'UTF8')), 0
from gen_random_uuid() as identity;

create table tijdig.trajectory (
  number integer primary key check (number > 0),
  id text collate "C" not null unique,
  route text collate "C" not null
);

create index trajectory_by_route on tijdig.trajectory (route, id, number);

create table tijdig.event (
  position bigint primary key check (position > 0),
  recorded_at timestamptz not null,
  trajectory integer not null,
  valid_on date not null,
  id text collate "C" not null unique,
  type text collate "C" not null,
  supersedes text collate "C",
  data jsonb not null,
  hash bytea not null check (length(hash) = 32)
);

create index event_of_trajectory on tijdig.event (trajectory);

-- What is recorded later mostly stands later: a summary per block range finds a span of moments
-- at a thousandth of a tree's cost.
create index event_recorded_at on tijdig.event
  using brin (recorded_at timestamptz_minmax_multi_ops) with (pages_per_range = 32, autosummarize);

-- Which event is superseded by which, and from which moment, beside the trajectory of the former:
-- so that reading a trajectory finds what supersedes its events wherever that stands.
create table tijdig.supersession (
  trajectory integer not null,
  position bigint not null,
  by_position bigint not null,
  recorded_at timestamptz not null,
  primary key (trajectory, position, by_position)
);

create index supersession_by on tijdig.supersession (by_position);

-- Events that are superseded already, but did not arrive yet.
create table tijdig.awaited_event (
  id text collate "C" not null,
  by_position bigint not null,
  primary key (id, by_position)
);

-- Gives the head to the one who is going to append, who holds it until the transaction ends.
-- So positions are given out one appender at a time: gapless, and in the order of committing.
create function tijdig.lock_log() returns tijdig.log
language sql security definer set search_path = pg_catalog, pg_temp
as $$
  select * from tijdig.log for update
$$;

create function tijdig.advance_log() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  head tijdig.log;
  added record;
begin
  select * into strict head from tijdig.log for update;
  select count(*) as events, max(position) as last, min(trajectory) as lowest, max(trajectory) as highest
    into added
    from tijdig.event where position > head.position;
  if added.events = 0 then
    return null;
  end if;
  if added.last <> head.position + added.events then
    raise exception 'positions must follow on % without a gap', head.position
      using errcode = 'check_violation';
  end if;
  if added.lowest < 1 or added.highest > head.trajectories then
    raise exception 'an event needs a trajectory that is there' using errcode = 'foreign_key_violation';
  end if;
  update tijdig.log
    set position = added.last,
        hash = (select hash from tijdig.event where position = added.last);
  return null;
end
$$;

create function tijdig.advance_trajectories() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  head tijdig.log;
  added record;
begin
  select * into strict head from tijdig.log for update;
  select count(*) as trajectories, max(number) as last
    into added
    from tijdig.trajectory where number > head.trajectories;
  if added.trajectories = 0 then
    return null;
  end if;
  if added.last <> head.trajectories + added.trajectories then
    raise exception 'trajectory numbers must follow on % without a gap', head.trajectories
      using errcode = 'check_violation';
  end if;
  update tijdig.log set trajectories = added.last;
  return null;
end
$$;

create trigger advance after insert on tijdig.event
  for each statement execute function tijdig.advance_log();
create trigger advance after insert on tijdig.trajectory
  for each statement execute function tijdig.advance_trajectories();

-- Rights keep the application from changing what was recorded; this keeps everyone from it.
create function tijdig.refuse_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception '% is only ever added to', tg_table_name using errcode = 'insufficient_privilege';
end
$$;

create trigger append_only before update or delete or truncate on tijdig.event
  for each statement execute function tijdig.refuse_change();
create trigger append_only before update or delete or truncate on tijdig.supersession
  for each statement execute function tijdig.refuse_change();
create trigger append_only before update or delete or truncate on tijdig.trajectory
  for each statement execute function tijdig.refuse_change();

-- The head moves by appending alone: from within a trigger.
create function tijdig.refuse_direct_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if pg_trigger_depth() < 2 then
    raise exception '% moves by appending alone', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return null;
end
$$;

create trigger by_appending before update on tijdig.log
  for each statement execute function tijdig.refuse_direct_change();
create trigger append_only before delete or truncate on tijdig.log
  for each statement execute function tijdig.refuse_change();

grant select on tijdig.log to tijdig_app;
grant select, insert on tijdig.trajectory, tijdig.event, tijdig.supersession to tijdig_app;
grant select, insert, delete on tijdig.awaited_event to tijdig_app;

-- Changes of what holds now are put ready in a table of the session's own.
do $$ begin execute format('grant temporary on database %I to tijdig_app', current_database()); end $$;
revoke execute on function tijdig.lock_log() from public;
grant execute on function tijdig.lock_log() to tijdig_app;
