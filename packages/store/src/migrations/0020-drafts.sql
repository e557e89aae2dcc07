-- Drafts: the text of a report that people work on, as the steps by which it was written, each with
-- who and when. Only ever added to; what a draft is now follows from its rows.

create table tijdig.draft (
  id uuid primary key default gen_random_uuid(),
  organisation text not null references tijdig.organisation,
  route text collate "C" not null,
  template text not null,
  title text not null,
  -- What stands above the text of the template that is written from it.
  head text not null,
  -- Cut-off day, known at, compared with.
  question json not null,
  -- The text as it began.
  text json not null,
  begun_at timestamptz not null default clock_timestamp(),
  begun_by uuid not null references tijdig.person
);
create index draft_by_organisation on tijdig.draft (organisation, begun_at);

create table tijdig.draft_step (
  draft uuid not null references tijdig.draft,
  version integer not null check (version > 0),
  step json not null,
  -- The editor that made it: so that it knows its own steps again after its connection broke.
  client text not null,
  at timestamptz not null default clock_timestamp(),
  person uuid not null references tijdig.person,
  primary key (draft, version)
);

-- The text as it was at a version: to look back at, and to begin reading from.
create table tijdig.draft_moment (
  id uuid primary key default gen_random_uuid(),
  draft uuid not null references tijdig.draft,
  version integer not null check (version >= 0),
  -- Null: kept by itself.
  name text check (length(name) between 1 and 200),
  text json not null,
  at timestamptz not null default clock_timestamp(),
  person uuid not null references tijdig.person
);
create index draft_moment_by_version on tijdig.draft_moment (draft, version);

create table tijdig.draft_event (
  draft uuid not null references tijdig.draft,
  number integer not null,
  kind text not null check (
    kind in ('submitted', 'taken-back', 'rejected', 'approved', 'published', 'discarded')),
  version integer not null,
  reason text check (length(reason) between 1 and 2000),
  publication integer references tijdig.publication,
  at timestamptz not null default clock_timestamp(),
  person uuid not null references tijdig.person,
  primary key (draft, number),
  check ((kind = 'published') = (publication is not null)),
  check (kind <> 'rejected' or reason is not null)
);

create table tijdig.draft_remark (
  id uuid primary key default gen_random_uuid(),
  draft uuid not null references tijdig.draft,
  -- The remark that it answers, resolves or opens again.
  thread uuid references tijdig.draft_remark,
  kind text not null check (kind in ('remark', 'answer', 'resolved', 'reopened')),
  -- Where it was put, in the text as it was at a version.
  version integer check (version >= 0),
  place_from integer,
  place_to integer,
  quote text,
  words text check (length(words) between 1 and 2000),
  at timestamptz not null default clock_timestamp(),
  person uuid not null references tijdig.person,
  check ((kind = 'remark') = (thread is null)),
  check (kind <> 'remark' or (version is not null and place_from >= 0 and place_to >= place_from)),
  check ((kind in ('remark', 'answer')) = (words is not null))
);
create index draft_remark_by_draft on tijdig.draft_remark (draft, at);

-- Who works on a draft: a publisher or policy officer of the organisation whose it is.
create function tijdig.draft_writer(organisation text) returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
  actor tijdig.actor;
begin
  select * into actor from tijdig.find_actor();
  if actor.person is null or actor.role not in ('publisher', 'policy-officer')
    or actor.organisation is distinct from draft_writer.organisation
  then
    raise exception 'the actor may not work on this draft'
      using errcode = 'insufficient_privilege', constraint = 'may_write_draft';
  end if;
  return actor.person;
end
$$;

-- The state of a draft, by what happened last.
create function tijdig.draft_state(draft uuid) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select coalesce((
    select case when e.kind in ('taken-back', 'rejected') then 'writing' else e.kind end
    from tijdig.draft_event e where e.draft = draft_state.draft order by e.number desc limit 1
  ), 'writing')
$$;

create function tijdig.draft_version(draft uuid) returns integer
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select coalesce(max(s.version), 0) from tijdig.draft_step s where s.draft = draft_version.draft
$$;

create function tijdig.begin_draft() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  new.begun_by := tijdig.draft_writer(new.organisation);
  return new;
end
$$;

-- One at a time for each draft: whoever adds to it holds it until the transaction ends.
create function tijdig.enter_draft(draft uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  owner text;
begin
  select d.organisation into owner from tijdig.draft d where d.id = enter_draft.draft for update;
  return tijdig.draft_writer(owner);
end
$$;

-- A step follows on the last one without a gap, while the text may be written in.
create function tijdig.add_draft_step() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  new.person := tijdig.enter_draft(new.draft);
  if tijdig.draft_state(new.draft) <> 'writing' then
    raise exception 'the draft is not being written'
      using errcode = 'check_violation', constraint = 'draft_closed';
  end if;
  if new.version <> tijdig.draft_version(new.draft) + 1 then
    raise exception 'the draft is at another version'
      using errcode = 'check_violation', constraint = 'draft_behind';
  end if;
  return new;
end
$$;

create function tijdig.add_to_draft() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  new.person := tijdig.enter_draft(new.draft);
  return new;
end
$$;

-- What may follow on what; and that whoever approves or rejects is a publisher, and another person
-- than whoever wrote in the text last.
create function tijdig.add_draft_event() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  state text;
  writer uuid;
begin
  new.person := tijdig.enter_draft(new.draft);
  state := tijdig.draft_state(new.draft);
  if state <> all (case new.kind
    when 'submitted' then array['writing']
    when 'discarded' then array['writing']
    when 'taken-back' then array['submitted', 'approved']
    when 'rejected' then array['submitted']
    when 'approved' then array['submitted']
    when 'published' then array['approved']
    else array[]::text[] end)
  then
    raise exception 'a draft that is % is not %', state, new.kind
      using errcode = 'check_violation', constraint = 'draft_state';
  end if;
  if new.version <> tijdig.draft_version(new.draft) then
    raise exception 'the draft is at another version'
      using errcode = 'check_violation', constraint = 'draft_behind';
  end if;
  if new.kind in ('approved', 'rejected', 'published')
    and (select a.role from tijdig.find_actor() a) <> 'publisher'
  then
    raise exception 'only a publisher approves'
      using errcode = 'insufficient_privilege', constraint = 'may_approve_draft';
  end if;
  if new.kind in ('approved', 'rejected') then
    select coalesce(
        (select s.person from tijdig.draft_step s where s.draft = new.draft
          order by s.version desc limit 1),
        d.begun_by)
      into writer from tijdig.draft d where d.id = new.draft;
    if writer = new.person then
      raise exception 'nobody approves what they wrote themselves'
        using errcode = 'check_violation', constraint = 'draft_second_person';
    end if;
  end if;
  select coalesce(max(e.number), 0) + 1 into new.number
    from tijdig.draft_event e where e.draft = new.draft;
  return new;
end
$$;

create trigger begin before insert on tijdig.draft
  for each row execute function tijdig.begin_draft();
create trigger add before insert on tijdig.draft_step
  for each row execute function tijdig.add_draft_step();
create trigger add before insert on tijdig.draft_moment
  for each row execute function tijdig.add_to_draft();
create trigger add before insert on tijdig.draft_remark
  for each row execute function tijdig.add_to_draft();
create trigger add before insert on tijdig.draft_event
  for each row execute function tijdig.add_draft_event();

do $$
declare
  name text;
begin
  foreach name in array array[
    'draft', 'draft_step', 'draft_moment', 'draft_event', 'draft_remark'
  ] loop
    execute format('create trigger append_only before update or delete or truncate on tijdig.%I
      for each statement execute function tijdig.refuse_change()', name);
    execute format('alter table tijdig.%I enable row level security', name);
    execute format('create policy system on tijdig.%I to tijdig_system using (true) with check (true)', name);
    execute format('grant select, insert on tijdig.%I to tijdig_system', name);
  end loop;
end $$;

revoke execute on function
  tijdig.draft_writer(text), tijdig.draft_state(uuid), tijdig.draft_version(uuid),
  tijdig.enter_draft(uuid), tijdig.begin_draft(), tijdig.add_draft_step(), tijdig.add_to_draft(),
  tijdig.add_draft_event()
from public;
grant execute on function tijdig.draft_state(uuid) to tijdig_system;

-- In the audit a change of a draft is a change, whatever other kinds there are by now.
do $$
declare
  written text := pg_get_functiondef(
    'tijdig.append_audit(text, text, text, text, jsonb, jsonb, text)'::regprocedure);
begin
  if strpos(written, '''notice-seen'',') = 0 then
    raise exception 'append_audit does not say which kinds are changes';
  end if;
  execute replace(written, '''notice-seen'',', '''notice-seen'', ''draft-changed'',');
end $$;
