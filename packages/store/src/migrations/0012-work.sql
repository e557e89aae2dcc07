-- What is to be done, by whom, before when: terms that nobody met yet, by who may look at them.

-- Under which code the log names the work of somebody. A code stays whose it was; the newest of a
-- person is the one that is used.
create table tijdig.worker_code (
  organisation text collate "C" not null references tijdig.organisation,
  code text collate "C" not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$'),
  person uuid not null references tijdig.person,
  made_at timestamptz not null default clock_timestamp(),
  primary key (organisation, code)
);

create index worker_code_of_person on tijdig.worker_code (person, organisation);

-- Whoever helps families gets a code that tells nothing.
create function tijdig.give_worker_code() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  insert into tijdig.worker_code (organisation, code, person)
    select new.organisation, 'm-' || left(new.person::text, 8), new.person
    where new.role in ('worker', 'team-lead', 'coordinator', 'provider')
      and not exists (
        select from tijdig.worker_code w
        where w.organisation = new.organisation and w.person = new.person)
    on conflict do nothing;
  return null;
end
$$;

create trigger give_worker_code after insert on tijdig.appointment
  for each row execute function tijdig.give_worker_code();

insert into tijdig.worker_code (organisation, code, person)
  select distinct a.organisation, 'm-' || left(a.person::text, 8), a.person
  from tijdig.appointment a where a.role in ('worker', 'team-lead', 'coordinator', 'provider')
  on conflict do nothing;

-- One term of one trajectory that is still to be met. Derived from the log, as what holds now is.
create table tijdig.work_line (
  audience text collate "C" not null,
  number integer not null,
  fact text collate "C" not null,
  -- Empty: assigned to nobody.
  worker text collate "C" not null,
  -- 9999-12-31: it stands still.
  due_on date not null,
  primary key (number, audience, fact)
);

create index work_by_due on tijdig.work_line (audience, fact, due_on, number);
create index work_of_worker on tijdig.work_line (audience, worker, fact, due_on, number);

-- How many there are; '*' stands for any worker.
create table tijdig.work_count (
  audience text collate "C" not null,
  worker text collate "C" not null,
  fact text collate "C" not null,
  due_on date not null,
  terms bigint not null,
  primary key (audience, worker, fact, due_on)
) with (fillfactor = 50);

-- By which step each term is met.
create table tijdig.work_step (
  route text collate "C" not null,
  fact text collate "C" not null,
  step text collate "C" not null,
  primary key (route, fact)
);

-- Made anew at the next use, with what is to be done.
delete from tijdig.current_definition;
delete from tijdig.access_definition;

-- The codes of whoever acts now.
create function tijdig.own_worker_codes() returns text[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
  return array(
    select w.code from tijdig.worker_code w join tijdig.find_actor() a
      on a.person = w.person and a.organisation = w.organisation);
end
$$;

-- The names behind codes, in one's own organisation.
create function tijdig.worker_names(codes text[])
returns table (code text, name text)
language plpgsql stable security definer rows 50 set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
  return query
    select w.code, p.name
    from tijdig.worker_code w join tijdig.person p on p.id = w.person
    where w.organisation in (select a.organisation from tijdig.find_actor() a)
      and w.code = any (worker_names.codes);
end
$$;

-- Who work in one's own organisation now, each by the newest code.
create function tijdig.own_colleagues()
returns table (code text, name text, role text)
language plpgsql stable security definer rows 50 set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
  return query
    select distinct on (p.name, p.id) w.code, p.name, a.role
    from tijdig.find_actor() f
      join tijdig.appointment a on a.organisation = f.organisation and a.ended_at is null
      join tijdig.person p on p.id = a.person and p.ended_at is null
      join tijdig.worker_code w on w.organisation = a.organisation and w.person = p.id
    where f.person is not null
    order by p.name, p.id, w.made_at desc;
end
$$;

-- The terms of one's own audiences: whether one may take the step oneself, and whether the
-- trajectories are of one's own team.
create function tijdig.own_work()
returns table (audience text, route text, fact text, is_mine boolean, is_team boolean)
language plpgsql stable security definer rows 20 set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  actor tijdig.actor;
begin
  select * into actor from tijdig.find_actor();
  return query
    select o.name, o.route, s.fact,
      exists (
        select from tijdig.access_rule r
        where r.route = o.route and r.role = actor.role and r.purpose = actor.purpose
          and r.action = 'record' and r.relation = o.relation and r.detail = s.step),
      a.team = any (actor.teams)
    from tijdig.own_audiences() o
      join tijdig.audience a on a.name = o.name
      join tijdig.work_step s on s.route = o.route;
end
$$;

do $$
declare
  name text;
begin
  foreach name in array array['worker_code', 'work_line', 'work_count', 'work_step'] loop
    execute format('alter table tijdig.%I enable row level security', name);
    execute format('create policy system on tijdig.%I to tijdig_system using (true) with check (true)', name);
  end loop;
  foreach name in array array['work_line', 'work_count'] loop
    execute format('create policy actor on tijdig.%I for select to tijdig_app
      using (audience in (select unnest(tijdig.audiences())))', name);
  end loop;
end $$;

create policy administrator on tijdig.worker_code for select to tijdig_app
  using (organisation = (select tijdig.administered()));

grant select, insert, update, delete on tijdig.work_line, tijdig.work_count, tijdig.work_step
to tijdig_system;
grant select, insert on tijdig.worker_code to tijdig_system;
grant select on tijdig.work_line, tijdig.work_count, tijdig.worker_code to tijdig_app;

revoke execute on function
  tijdig.give_worker_code(), tijdig.own_worker_codes(), tijdig.worker_names(text[]),
  tijdig.own_colleagues(), tijdig.own_work()
from public;
grant execute on function
  tijdig.own_worker_codes(), tijdig.worker_names(text[]), tijdig.own_colleagues(), tijdig.own_work()
to tijdig_app;
