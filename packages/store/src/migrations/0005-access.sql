-- Who may see what. Two roles of the application; what is derived, kept by who is party to it;
-- the answers of the one decision function as rows, and all that PostgreSQL decides by them.

-- What the application did so far, it does as the system; actors begin with nothing.
revoke all on all tables in schema tijdig from tijdig_app;
revoke execute on function tijdig.lock_log() from tijdig_app;
do $$ begin
  execute format('revoke temporary on database %I from tijdig_app, public', current_database());
  execute format('grant temporary on database %I to tijdig_system', current_database());
end $$;

grant select on tijdig.log to tijdig_system;
grant select, insert on tijdig.trajectory, tijdig.event, tijdig.supersession to tijdig_system;
grant select, insert, delete on tijdig.awaited_event to tijdig_system;
grant select, insert, update, delete on
  tijdig.current_fact, tijdig.route_total, tijdig.current_definition
to tijdig_system;
grant select, insert on tijdig.publication to tijdig_system;
grant execute on function tijdig.lock_log() to tijdig_system;

-- Made again, by audience, at the next use.
drop table tijdig.trajectory_line, tijdig.trajectory_filter, tijdig.trajectory_count,
  tijdig.trajectory_search, tijdig.search_count;
delete from tijdig.current_definition;
drop index tijdig.trajectory_by_route;

alter table tijdig.route_total add column trajectories bigint not null default 0;

-- Those who look at the same trajectories of a route: an organisation's own, or one team's.
create table tijdig.audience (
  name text collate "C" primary key,
  route text collate "C" not null,
  organisation text collate "C" not null,
  -- Null: of no team in particular.
  team text collate "C"
);

create index audience_of_organisation on tijdig.audience (organisation, route);

-- Each organisation that is party to a trajectory has it in exactly one audience.
create table tijdig.trajectory_party (
  audience text collate "C" not null,
  number integer not null,
  id text collate "C" not null,
  organisation text collate "C" not null,
  team text collate "C",
  primary key (number, organisation)
);

-- A trajectory is looked up among one's own: what another has, costs what costs nothing at all.
create unique index party_by_id on tijdig.trajectory_party (audience, id) include (number);

create table tijdig.trajectory_share (
  organisation text collate "C" not null,
  route text collate "C" not null,
  id text collate "C" not null,
  number integer not null,
  fields text[] collate "C" not null,
  -- The last day on which they may be seen.
  until date not null,
  primary key (organisation, route, id)
);

create index share_of_trajectory on tijdig.trajectory_share (number);

-- By what a trajectory is listed. One without an event that is read now has no line.
create table tijdig.trajectory_line (
  audience text collate "C" not null,
  number integer not null,
  -- Empty: no state holds, and state_since is the day on which it opened.
  state text collate "C" not null,
  state_since date not null,
  opened_on date not null,
  primary key (number, audience)
);

create index line_by_opening on tijdig.trajectory_line (audience, opened_on, number);
create index line_by_state on tijdig.trajectory_line (audience, state, state_since, number);

create table tijdig.trajectory_filter (
  audience text collate "C" not null,
  attribute text collate "C" not null,
  value text collate "C" not null,
  number integer not null,
  primary key (audience, attribute, value, number)
);

create table tijdig.trajectory_count (
  audience text collate "C" not null,
  state text collate "C" not null,
  attribute text collate "C" not null,
  value text collate "C" not null,
  trajectories bigint not null,
  primary key (audience, state, attribute, value)
) with (fillfactor = 50);

-- Parts begin with what is the audience's own, so that the index finds only those of it.
create table tijdig.trajectory_search (
  audience text collate "C" not null,
  number integer not null,
  lowered text collate "C" not null,
  parts text[] collate "C" not null,
  primary key (number, audience)
);

create index search_by_part on tijdig.trajectory_search using gin (parts);

create table tijdig.search_count (
  audience text collate "C" not null,
  part text collate "C" not null,
  trajectories bigint not null,
  primary key (audience, part)
) with (fillfactor = 50);

-- How far the record of an audience's trajectories reaches; null where it has none.
create table tijdig.audience_total (
  audience text collate "C" primary key,
  last_valid_on date,
  last_recorded_at timestamptz
) with (fillfactor = 50);

-- What the decision function allows, of all that it can be asked. '*' stands for any.
create table tijdig.access_rule (
  route text collate "C" not null,
  role text collate "C" not null,
  purpose text collate "C" not null,
  action text collate "C" not null,
  relation text collate "C" not null,
  detail text collate "C" not null,
  state text collate "C" not null,
  kind text collate "C" not null,
  primary key (route, role, purpose, action, relation, detail, state, kind)
);

-- From which fields the attributes of facts come; the attribute is empty for a fact's key.
create table tijdig.attribute_field (
  route text collate "C" not null,
  fact text collate "C" not null,
  attribute text collate "C" not null,
  field text collate "C" not null,
  primary key (route, fact, attribute, field)
);

-- By which attributes of which facts a route lets people filter.
create table tijdig.filter_fact (
  route text collate "C" not null,
  attribute text collate "C" not null,
  fact text collate "C" not null,
  primary key (route, attribute)
);

-- By which definitions the three above were written.
create table tijdig.access_definition (hash text primary key);

-- Somebody saw a trajectory, or asked for one that is not there, without being party to it.
create table tijdig.glass (
  id uuid primary key default gen_random_uuid(),
  person uuid not null references tijdig.person,
  appointment uuid not null references tijdig.appointment,
  route text collate "C" not null,
  trajectory text collate "C" not null,
  reason text not null check (reason <> ''),
  broken_at timestamptz not null default now(),
  ends_at timestamptz not null default now() + interval '3 hours'
);

create index glass_of_appointment on tijdig.glass (appointment, route, trajectory);

-- Who is told of it: a role in an organisation; where that is null, in whichever inspectorate.
create table tijdig.notice (
  id uuid primary key default gen_random_uuid(),
  glass uuid not null references tijdig.glass,
  organisation text collate "C",
  role text collate "C" not null,
  seen_at timestamptz,
  seen_by uuid references tijdig.person
);

create index notice_to on tijdig.notice (organisation, role);

-- Today, to the people who work here.
create function tijdig.today() returns date
language sql stable set search_path = pg_catalog, pg_temp
as $$ select (now() at time zone 'Europe/Amsterdam')::date $$;

-- Whether the decision function said so. Each of these is PL/pgSQL, which keeps its plans.
create function tijdig.allows(
  actor tijdig.actor, route text, action text, relation text, detail text, state text
) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
  return exists (
    select from tijdig.access_rule r
    where r.route = allows.route and r.role = (allows.actor).role
      and r.purpose = (allows.actor).purpose and r.action = allows.action
      and r.relation in (allows.relation, '*') and r.detail = allows.detail
      and r.state in (allows.state, '*') and r.kind in ((allows.actor).kind, '*'));
end
$$;

-- The same, of whoever acts now.
create function tijdig.may(
  route text, action text, relation text, detail text default '', state text default ''
) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
  actor tijdig.actor;
begin
  select * into actor from tijdig.find_actor();
  return actor.organisation is not null
    and tijdig.allows(actor, may.route, may.action, may.relation, may.detail, may.state);
end
$$;

-- Whether a key is good for something; a person is good for everything that the role may.
create function tijdig.is_good_for(actor tijdig.actor, scope text) returns boolean
language sql immutable set search_path = pg_catalog, pg_temp
as $$ select (actor).scopes is null or scope = any ((actor).scopes) $$;

-- The audiences of whoever acts now, each with what the organisation is to its trajectories.
create function tijdig.own_audiences()
returns table (name text, route text, relation text)
language plpgsql stable security definer rows 5 set search_path = pg_catalog, pg_temp
as $$
declare
  actor tijdig.actor;
begin
  select * into actor from tijdig.find_actor();
  if actor.organisation is null or not tijdig.is_good_for(actor, 'trajectories') then
    return;
  end if;
  return query
    select o.name, o.route, o.relation
    from (
      select a.name, a.route, case when a.team is null or a.team = any (actor.teams)
        then 'party' else 'other-team' end as relation
      from tijdig.audience a where a.organisation = actor.organisation
    ) o
    where exists (
      select from tijdig.access_rule r
      where r.route = o.route and r.role = actor.role and r.purpose = actor.purpose
        and r.action = 'see' and r.relation = o.relation);
end
$$;

create function tijdig.audiences() returns text[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
  return array(select a.name from tijdig.own_audiences() a);
end
$$;

-- What may be counted and filtered by in each audience; '*' is the count of all.
create function tijdig.seen_filters()
returns table (audience text, attribute text)
language plpgsql stable security definer rows 20 set search_path = pg_catalog, pg_temp
as $$
declare
  actor tijdig.actor;
begin
  select * into actor from tijdig.find_actor();
  return query
    with own as materialized (select * from tijdig.own_audiences()),
    kinds as materialized (select distinct o.route, o.relation from own o),
    seen as materialized (
      select k.route, k.relation, f.attribute
      from kinds k join tijdig.filter_fact f on f.route = k.route
      where not exists (
        select from tijdig.attribute_field a
        where a.route = f.route and a.fact = f.fact and a.attribute in (f.attribute, '')
          and not exists (
            select from tijdig.access_rule r
            where r.route = f.route and r.role = actor.role and r.purpose = actor.purpose
              and r.action = 'see-field' and r.relation = k.relation and r.detail = a.field)))
    select o.name, '*' from own o
    union all
    select o.name, s.attribute
    from own o join seen s on s.route = o.route and s.relation = o.relation;
end
$$;

-- What the actor's organisation is to a trajectory: as relationOf in the code, row by row.
create function tijdig.relation(number integer) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
  actor tijdig.actor;
  party tijdig.trajectory_party;
  broke boolean;
  shared boolean;
begin
  select * into actor from tijdig.find_actor();
  if actor.organisation is null then
    return 'none';
  end if;
  select * into party from tijdig.trajectory_party p
    where p.number = relation.number and p.organisation = actor.organisation;
  broke := exists (
    select from tijdig.trajectory t join tijdig.glass g on g.route = t.route and g.trajectory = t.id
    where t.number = relation.number and g.appointment = actor.appointment
      and g.person = actor.person and g.ends_at > now());
  shared := exists (
    select from tijdig.trajectory_share s
    where s.number = relation.number and s.organisation = actor.organisation
      and s.until >= tijdig.today());
  return case
    when party.number is not null and (party.team is null or party.team = any (actor.teams)) then 'party'
    when broke then 'glass'
    when shared then 'shared'
    when party.number is not null then 'other-team'
    else 'none'
  end;
end
$$;

create function tijdig.sees(number integer) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
  actor tijdig.actor;
  route text;
begin
  select * into actor from tijdig.find_actor();
  select t.route into route from tijdig.trajectory t where t.number = sees.number;
  return actor.organisation is not null and tijdig.is_good_for(actor, 'trajectories')
    and tijdig.allows(actor, coalesce(route, ''), 'see', tijdig.relation(sees.number), '', '');
end
$$;

-- The fields that may be read of a trajectory: none where it may not be seen.
create function tijdig.seen_fields(number integer) returns text[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
  actor tijdig.actor;
  own_relation text := tijdig.relation(seen_fields.number);
begin
  select * into actor from tijdig.find_actor();
  if actor.organisation is null or not tijdig.is_good_for(actor, 'trajectories') then
    return '{}';
  end if;
  return array(
    select r.detail
    from tijdig.trajectory t join tijdig.access_rule r on r.route = t.route
    where t.number = seen_fields.number and r.role = actor.role and r.purpose = actor.purpose
      and r.action = 'see-field' and r.relation = own_relation
      and (own_relation <> 'shared' or r.detail = any (
        select unnest(s.fields) from tijdig.trajectory_share s
        where s.number = seen_fields.number and s.organisation = actor.organisation)));
end
$$;

-- The trajectory with an id, as far as the actor may see it. What is not there and what may not be
-- seen take the same steps.
create function tijdig.find_trajectory(route text, id text)
returns table (number integer, relation text, state text, shared text[])
language plpgsql stable security definer rows 1 set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  actor tijdig.actor;
  as_party integer;
  by_sharing integer;
  by_glass integer;
  found_number integer;
  found_relation text;
begin
  select * into actor from tijdig.find_actor();
  select p.number into as_party from tijdig.trajectory_party p
    where p.id = find_trajectory.id and p.audience = any (array(
      select a.name from tijdig.audience a
      where a.organisation = actor.organisation and a.route = find_trajectory.route));
  select s.number into by_sharing from tijdig.trajectory_share s
    where s.organisation = actor.organisation and s.route = find_trajectory.route
      and s.id = find_trajectory.id;
  select t.number into by_glass
    from tijdig.glass g join tijdig.trajectory t on t.id = g.trajectory and t.route = g.route
    where g.appointment = actor.appointment and g.route = find_trajectory.route
      and g.trajectory = find_trajectory.id and g.ends_at > now()
    limit 1;
  found_number := coalesce(as_party, by_sharing, by_glass, 0);
  found_relation := tijdig.relation(found_number);
  if not tijdig.sees(found_number) then
    return;
  end if;
  return query select found_number, found_relation,
    case when found_relation = 'shared' then '' else coalesce(
      (select l.state from tijdig.trajectory_line l where l.number = found_number limit 1), '') end,
    case when found_relation = 'shared' then tijdig.seen_fields(found_number) else '{}' end;
end
$$;

-- The events of a trajectory with the fields that may be read. Places are those among these, never
-- those of the log. Of one that was only shared: the events that tell something that was.
create function tijdig.seen_events(number integer)
returns table (
  place integer, id text, type text, valid_on date, recorded_at timestamptz, supersedes text,
  data jsonb, superseders jsonb
)
language plpgsql stable security definer rows 20 set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  fields text[];
  is_shared boolean;
begin
  if not tijdig.sees(seen_events.number) then
    return;
  end if;
  fields := tijdig.seen_fields(seen_events.number);
  is_shared := tijdig.relation(seen_events.number) = 'shared';
  return query
    with own as materialized (
      select e.position, e.id, e.type, e.valid_on, e.recorded_at, e.supersedes, coalesce(
        (select jsonb_object_agg(d.key, d.value) from jsonb_each(e.data) d where d.key = any (fields)),
        '{}') as data
      from tijdig.event e where e.trajectory = seen_events.number
    ), taken as materialized (
      select s.position, s.by_position, s.recorded_at
      from tijdig.supersession s where s.trajectory = seen_events.number
    ), places as materialized (
      select p.position, (row_number() over (order by p.position))::integer as place
      from (select o.position from own o union select t.by_position from taken t) p
    )
    select p.place, o.id, o.type, o.valid_on, o.recorded_at,
      case when exists (select from own x where x.id = o.supersedes) then o.supersedes end,
      o.data,
      coalesce((
        select jsonb_agg(jsonb_build_array(
          b.place, (extract(epoch from t.recorded_at) * 1000000)::bigint) order by b.place)
        from taken t join places b on b.position = t.by_position where t.position = o.position), '[]')
    from own o join places p on p.position = o.position
    where not is_shared or o.data <> '{}'
    order by p.place;
end
$$;

-- Who has to do with a trajectory. One with which it was only shared learns of its own share alone.
create function tijdig.seen_parties(number integer)
returns table (organisation text, team text, fields text[], until date)
language plpgsql stable security definer rows 5 set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  actor tijdig.actor;
  is_shared boolean;
begin
  if not tijdig.sees(seen_parties.number) then
    return;
  end if;
  select * into actor from tijdig.find_actor();
  is_shared := tijdig.relation(seen_parties.number) = 'shared';
  return query
    select p.organisation, p.team, null::text[], null::date
    from tijdig.trajectory_party p where p.number = seen_parties.number and not is_shared
    union all
    select s.organisation, null, s.fields, s.until
    from tijdig.trajectory_share s
    where s.number = seen_parties.number
      and (not is_shared or s.organisation = actor.organisation)
    order by 1;
end
$$;

-- What holds of trajectories, with the attributes that may be read. Nothing of what was only shared.
create function tijdig.seen_facts(numbers integer[])
returns table (
  trajectory integer, fact text, key text, attributes jsonb, valid_from date, started_on date,
  due_on date, met_on date, ended_on date
)
language plpgsql stable security definer rows 100 set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  actor tijdig.actor;
begin
  select * into actor from tijdig.find_actor();
  if actor.organisation is null or not tijdig.is_good_for(actor, 'trajectories') then
    return;
  end if;
  return query
    with asked as materialized (
      select t.number, t.route, case
        when p.number is not null and (p.team is null or p.team = any (actor.teams)) then 'party'
        else tijdig.relation(t.number) end as relation
      from tijdig.trajectory t left join tijdig.trajectory_party p
        on p.number = t.number and p.organisation = actor.organisation
      where t.number = any (seen_facts.numbers)
    ), kinds as materialized (
      select k.route, k.relation from (select distinct a.route, a.relation from asked a) k
      where k.relation <> 'shared' and tijdig.allows(actor, k.route, 'see', k.relation, '', '')
    ), hidden as materialized (
      select distinct k.route, k.relation, f.fact, f.attribute
      from kinds k join tijdig.attribute_field f on f.route = k.route
      where not tijdig.allows(actor, k.route, 'see-field', k.relation, f.field, '')
    )
    select c.trajectory, c.fact, c.key, c.attributes - array(
        select h.attribute from hidden h
        where h.route = k.route and h.relation = k.relation and h.fact = c.fact),
      c.valid_from, c.started_on, c.due_on, c.met_on, c.ended_on
    from asked a join kinds k using (route, relation)
      join tijdig.current_fact c on c.trajectory = a.number
    where not exists (
      select from hidden h
      where h.route = k.route and h.relation = k.relation and h.fact = c.fact and h.attribute = '')
    order by c.trajectory, c.fact, c.key;
end
$$;

-- What an audience's parts begin with. Two audiences may have it in common: it only has to be rare.
create function tijdig.part_prefix(audience text) returns text
language sql immutable set search_path = pg_catalog, pg_temp
as $$ select left(encode(sha256(convert_to(audience, 'UTF8')), 'hex'), 6) $$;

-- The trajectories of one's audiences that have a text in their id, by the index of parts: row-level
-- security itself would not let that index be used.
create function tijdig.find_by_parts(audiences text[], wanted text, parts text[])
returns table (audience text, number integer)
language plpgsql stable security definer rows 100 set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  own text;
begin
  for own in select o.name from tijdig.own_audiences() o where o.name = any (find_by_parts.audiences) loop
    return query
      select s.audience, s.number from tijdig.trajectory_search s
      where s.audience = own and position(wanted in s.lowered) > 0 and s.parts @> array(
        select tijdig.part_prefix(own) || p from unnest(find_by_parts.parts) p);
  end loop;
end
$$;

-- Whether an event may be added by the actor.
create function tijdig.may_add(
  actor tijdig.actor, route text, relation text, state text, type text, data jsonb
) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if (may_add.actor).organisation is null or not tijdig.is_good_for(may_add.actor, 'record') then
    return false;
  end if;
  -- Sharing has a rule of its own.
  if may_add.type in ('consentAsked', 'sharedWith', 'sharingEnded') then
    return tijdig.allows(may_add.actor, may_add.route, 'share', may_add.relation, '', '');
  end if;
  -- Who may open a trajectory, opens it for the own organisation.
  if may_add.relation = 'new' and may_add.type = 'partyJoined'
    and may_add.data ->> 'organisation' = (may_add.actor).organisation
    and (may_add.data ->> 'team' is null or may_add.data ->> 'team' = any ((may_add.actor).teams))
  then
    return exists (
      select from tijdig.access_rule r
      where r.route = may_add.route and r.role = (may_add.actor).role
        and r.purpose = (may_add.actor).purpose and r.action = 'record' and r.relation = 'new');
  end if;
  return tijdig.allows(
    may_add.actor, may_add.route, 'record', may_add.relation, may_add.type, may_add.state);
end
$$;

-- Whether the actor may record an event of a type in a trajectory, in the state in which it is.
create function tijdig.may_record(
  number integer, type text, supersedes text default null, data jsonb default '{}'
) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
  actor tijdig.actor;
  route text;
  is_new boolean;
  relation text;
  state text;
  superseded text;
begin
  select * into actor from tijdig.find_actor();
  select t.route, t.xmin = pg_current_xact_id_if_assigned()::xid into route, is_new
    from tijdig.trajectory t where t.number = may_record.number;
  relation := case when is_new then 'new' else tijdig.relation(may_record.number) end;
  select l.state into state from tijdig.trajectory_line l where l.number = may_record.number limit 1;
  if may_record.supersedes is not null then
    -- Only what stands in the same trajectory, and what one might have recorded oneself.
    select e.type into superseded from tijdig.event e
      where e.id = may_record.supersedes and e.trajectory = may_record.number;
    if superseded is null
      or not tijdig.may_add(actor, route, relation, coalesce(state, ''), superseded, '{}')
    then
      return false;
    end if;
  end if;
  return tijdig.may_add(
    actor, coalesce(route, ''), relation, coalesce(state, ''), may_record.type, may_record.data);
end
$$;

-- The same before anything is written, by id: one that is not there is new, unless it is there after all.
create function tijdig.may_append(route text, id text, type text, supersedes text, data jsonb)
returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
  actor tijdig.actor;
  found tijdig.trajectory;
begin
  select * into actor from tijdig.find_actor();
  select * into found from tijdig.trajectory t where t.id = may_append.id;
  if found.number is null then
    return may_append.supersedes is null
      and tijdig.may_add(actor, may_append.route, 'new', '', may_append.type, may_append.data);
  end if;
  return found.route = may_append.route
    and tijdig.may_record(found.number, may_append.type, may_append.supersedes, may_append.data);
end
$$;

-- Holds whoever appends for an actor to what that actor may, also one that forgot to ask. Before
-- "advance", by name: the head of the log is still where it was.
create function tijdig.admit_events() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if coalesce(current_setting('tijdig.session', true), '') = '' then
    return null;
  end if;
  if exists (
    select from tijdig.event e
    where e.position > (select position from tijdig.log)
      and not tijdig.may_record(e.trajectory, e.type, e.supersedes, e.data)
  ) then
    raise exception 'the actor may not record this'
      using errcode = 'insufficient_privilege', constraint = 'may_record';
  end if;
  return null;
end
$$;

create trigger admit after insert on tijdig.event
  for each statement execute function tijdig.admit_events();

-- Breaks the glass, whether the trajectory is there or not, and tells who should know: leads and
-- auditors of who is party and of the actor's own organisation, auditors of inspectorates.
create function tijdig.break_glass(route text, trajectory text, reason text)
returns timestamptz
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  actor tijdig.actor;
  broken tijdig.glass;
begin
  select * into actor from tijdig.find_actor();
  if actor.appointment is null
    or not tijdig.allows(actor, break_glass.route, 'break-glass', '*', '', '')
  then
    raise exception 'the actor may not break the glass'
      using errcode = 'insufficient_privilege', constraint = 'may_break_glass';
  end if;
  insert into tijdig.glass (person, appointment, route, trajectory, reason)
    values (actor.person, actor.appointment, break_glass.route, break_glass.trajectory,
      break_glass.reason)
    returning * into broken;
  insert into tijdig.notice (glass, organisation, role)
    select broken.id, o.organisation, r.role
    from (
      select p.organisation
      from tijdig.trajectory t join tijdig.trajectory_party p on p.number = t.number
      where t.id = break_glass.trajectory and t.route = break_glass.route
      union
      select actor.organisation
    ) o cross join (values ('team-lead'), ('auditor')) r(role)
    union all
    select broken.id, null, 'auditor';
  return broken.ends_at;
end
$$;

-- Whether the actor is one of those who are told.
create function tijdig.is_told(organisation text, role text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
  actor tijdig.actor;
begin
  select * into actor from tijdig.find_actor();
  return actor.appointment is not null and actor.role = is_told.role and case
    when is_told.organisation is null then actor.kind = 'inspectorate'
    else actor.organisation = is_told.organisation end;
end
$$;

create function tijdig.own_notices()
returns table (
  id uuid, route text, trajectory text, name text, role text, organisation text, reason text,
  broken_at timestamptz, ends_at timestamptz, seen_at timestamptz
)
language plpgsql stable security definer rows 20 set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
  -- One an occasion, also for an inspectorate that is party itself.
  return query
    select distinct on (g.broken_at, g.id) n.id, g.route, g.trajectory, p.name, a.role,
      a.organisation, g.reason, g.broken_at, g.ends_at, n.seen_at
    from tijdig.notice n
      join tijdig.glass g on g.id = n.glass
      join tijdig.person p on p.id = g.person
      join tijdig.appointment a on a.id = g.appointment
    where (n.organisation is null
        or n.organisation in (select o.organisation from tijdig.find_actor() o))
      and tijdig.is_told(n.organisation, n.role)
    order by g.broken_at desc, g.id, n.organisation nulls last;
end
$$;

create function tijdig.see_notice(id uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update tijdig.notice n set seen_at = coalesce(n.seen_at, now()),
      seen_by = coalesce(n.seen_by, (select a.person from tijdig.find_actor() a))
    where n.id = see_notice.id and tijdig.is_told(n.organisation, n.role);
  return found;
end
$$;

create function tijdig.is_somebody() returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
  return exists (select from tijdig.find_actor());
end
$$;

-- Row-level security on all that actors may read from. A sub-select that depends on nothing in the
-- row is answered once a query. On the log and on what holds they have no right whatsoever: what may
-- be read of those goes through the functions above (COPY, by which the system appends, refuses a
-- table with policies).
do $$
declare
  name text;
begin
  foreach name in array array[
    'audience', 'trajectory_party', 'trajectory_share', 'trajectory_line', 'trajectory_filter',
    'trajectory_count', 'trajectory_search', 'search_count', 'audience_total', 'publication',
    'glass', 'notice', 'access_rule', 'attribute_field', 'filter_fact'
  ] loop
    execute format('alter table tijdig.%I enable row level security', name);
    execute format('create policy system on tijdig.%I to tijdig_system using (true) with check (true)', name);
  end loop;
  foreach name in array array[
    'trajectory_party', 'trajectory_line', 'trajectory_search', 'search_count', 'audience_total'
  ] loop
    execute format('create policy actor on tijdig.%I for select to tijdig_app
      using (audience in (select unnest(tijdig.audiences())))', name);
  end loop;
end $$;

create policy actor on tijdig.audience for select to tijdig_app
  using (name in (select unnest(tijdig.audiences())));
create policy actor on tijdig.trajectory_filter for select to tijdig_app
  using ((audience, attribute) in (select s.audience, s.attribute from tijdig.seen_filters() s));
create policy actor on tijdig.trajectory_count for select to tijdig_app
  using ((audience, attribute) in (select s.audience, s.attribute from tijdig.seen_filters() s));
create policy actor on tijdig.trajectory_share for select to tijdig_app
  using (organisation = (select a.organisation from tijdig.find_actor() a)
    and until >= (select tijdig.today()) and tijdig.sees(number));
create policy actor on tijdig.publication for select to tijdig_app
  using ((select tijdig.is_somebody()));

grant select, insert, update, delete on
  tijdig.audience, tijdig.trajectory_party, tijdig.trajectory_share, tijdig.trajectory_line,
  tijdig.trajectory_filter, tijdig.trajectory_count, tijdig.trajectory_search, tijdig.search_count,
  tijdig.audience_total, tijdig.access_rule, tijdig.attribute_field, tijdig.filter_fact,
  tijdig.access_definition
to tijdig_system;

grant select on
  tijdig.audience, tijdig.trajectory_party, tijdig.trajectory_share, tijdig.trajectory_line,
  tijdig.trajectory_filter, tijdig.trajectory_count, tijdig.search_count, tijdig.audience_total,
  tijdig.publication
to tijdig_app;
grant select (audience, number, lowered) on tijdig.trajectory_search to tijdig_app;

revoke execute on all functions in schema tijdig from public;
grant execute on function
  tijdig.today(), tijdig.may(text, text, text, text, text), tijdig.own_audiences(),
  tijdig.audiences(), tijdig.seen_filters(), tijdig.relation(integer), tijdig.sees(integer),
  tijdig.seen_fields(integer), tijdig.find_trajectory(text, text), tijdig.seen_events(integer),
  tijdig.seen_parties(integer), tijdig.seen_facts(integer[]),
  tijdig.find_by_parts(text[], text, text[]), tijdig.may_record(integer, text, text, jsonb),
  tijdig.break_glass(text, text, text), tijdig.own_notices(), tijdig.see_notice(uuid),
  tijdig.is_somebody()
to tijdig_app;
grant execute on function tijdig.may_append(text, text, text, text, jsonb) to tijdig_system;
