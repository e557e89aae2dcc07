-- Who a family is: encrypted under a key of its own that is not kept here, apart from the log; how long, and how it ends.

create table tijdig.vault_person (
  number integer not null references tijdig.trajectory,
  -- The pseudonym by which the log knows this person: `OT-0001-K1`, `parent-1`.
  code text collate "C" not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$'),
  kind text collate "C" not null check (kind in ('child', 'parent', 'other')),
  changed_at timestamptz not null default now(),
  primary key (number, code)
);

create table tijdig.vault_field (
  number integer not null,
  code text collate "C" not null,
  field text collate "C" not null,
  sealed bytea not null check (length(sealed) > 29),
  primary key (number, code, field),
  foreign key (number, code) references tijdig.vault_person on delete cascade
);

-- By what a person is found: a keyed hash, equal for equal texts and telling nothing else.
create table tijdig.vault_index (
  token bytea not null check (length(token) = 32),
  number integer not null,
  code text collate "C" not null,
  primary key (token, number, code),
  foreign key (number, code) references tijdig.vault_person on delete cascade
);

create index index_of_person on tijdig.vault_index (number, code);

-- When persons of a trajectory were last kept or removed: that too is a change of the file.
create table tijdig.vault_change (
  number integer primary key references tijdig.trajectory,
  changed_at timestamptz not null
);

-- Who may know who a family is: who sees the trajectory for helping it, never those with whom only
-- some fields were shared, never a machine.
create function tijdig.sees_persons(number integer) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
  actor tijdig.actor;
begin
  select * into actor from tijdig.find_actor();
  return actor.person is not null and actor.purpose in ('help', 'coordination')
    and tijdig.sees(sees_persons.number)
    and tijdig.relation(sees_persons.number) in ('party', 'other-team', 'glass');
end
$$;

-- Who may change it: who sees it, is party, and may record some step of the route, whatever state
-- the trajectory is in: a telephone number changes in each of them.
create function tijdig.may_keep_persons(number integer) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
  actor tijdig.actor;
begin
  select * into actor from tijdig.find_actor();
  return tijdig.sees_persons(may_keep_persons.number)
    and tijdig.relation(may_keep_persons.number) = 'party'
    and exists (
      select from tijdig.trajectory t join tijdig.access_rule r on r.route = t.route
      where t.number = may_keep_persons.number and r.role = (actor).role
        and r.purpose = (actor).purpose and r.action = 'record' and r.relation in ('party', '*')
        and r.kind in ((actor).kind, '*'));
end
$$;

-- The trajectories of one's own that have one of these. What is not there takes the step of one that
-- may not be seen.
create function tijdig.find_families(token bytea)
returns table (route text, id text)
language plpgsql stable security definer rows 1 set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  numbers integer[];
begin
  select array_agg(distinct x.number) into numbers
    from (select i.number from tijdig.vault_index i where i.token = find_families.token) x;
  return query
    select t.route, t.id
    from unnest(coalesce(numbers, '{0}')) n(number) join tijdig.trajectory t on t.number = n.number
    where tijdig.sees_persons(n.number)
    order by t.route, t.id;
  if numbers is null then
    perform tijdig.sees_persons(0);
  end if;
end
$$;

create function tijdig.mark_vault_change() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  insert into tijdig.vault_change as c (number, changed_at)
    values (case when tg_op = 'DELETE' then old.number else new.number end,
      case when tg_op = 'DELETE' then now() else new.changed_at end)
    on conflict (number) do update set changed_at = greatest(c.changed_at, excluded.changed_at);
  return null;
end
$$;

create trigger changed after insert or update or delete on tijdig.vault_person
  for each row execute function tijdig.mark_vault_change();

do $$
declare
  name text;
begin
  foreach name in array array['vault_person', 'vault_field', 'vault_index', 'vault_change'] loop
    execute format('alter table tijdig.%I enable row level security', name);
    execute format('create policy system on tijdig.%I to tijdig_system using (true) with check (true)', name);
  end loop;
  foreach name in array array['vault_person', 'vault_field', 'vault_index'] loop
    execute format('create policy look on tijdig.%I for select to tijdig_app
      using (tijdig.sees_persons(number))', name);
    execute format('create policy add on tijdig.%I for insert to tijdig_app
      with check (tijdig.may_keep_persons(number))', name);
    execute format('create policy change on tijdig.%I for update to tijdig_app
      using (tijdig.may_keep_persons(number)) with check (tijdig.may_keep_persons(number))', name);
    execute format('create policy remove on tijdig.%I for delete to tijdig_app
      using (tijdig.may_keep_persons(number))', name);
  end loop;
end $$;

create policy look on tijdig.vault_change for select to tijdig_app using (tijdig.sees(number));

grant select, insert, update, delete on
  tijdig.vault_person, tijdig.vault_field, tijdig.vault_index, tijdig.vault_change
to tijdig_system;
grant select, insert, update, delete on
  tijdig.vault_person, tijdig.vault_field, tijdig.vault_index
to tijdig_app;
grant select on tijdig.vault_change to tijdig_app;

revoke execute on function tijdig.sees_persons(integer), tijdig.may_keep_persons(integer),
  tijdig.find_families(bytea), tijdig.mark_vault_change()
from public;
grant execute on function tijdig.sees_persons(integer), tijdig.may_keep_persons(integer),
  tijdig.find_families(bytea)
to tijdig_app;

-- How long it is kept, and how it ends: by the hand of two.

-- Until when each file is kept, by the rules of its route. Derived: follows the log and the vault.
create table tijdig.retention_end (
  number integer primary key references tijdig.trajectory,
  route text collate "C" not null,
  id text collate "C" not null,
  ends_on date not null,
  rule text collate "C" not null
);

create index retention_by_end on tijdig.retention_end (route, ends_on, id);

-- How far the above has followed, and by which rules.
create table tijdig.retention_reach (
  only_one boolean primary key default true check (only_one),
  position bigint not null,
  vault_until timestamptz not null,
  rules text not null
);

create table tijdig.destruction_proposal (
  number integer primary key references tijdig.trajectory,
  proposed_by uuid not null references tijdig.person,
  proposed_name text not null,
  proposed_at timestamptz not null default now()
);

-- What was destroyed, on whose decision. Only ever added to, but for when the key was gone as well.
create table tijdig.destruction (
  number integer primary key references tijdig.trajectory,
  proposed_by uuid not null references tijdig.person,
  decided_by uuid not null references tijdig.person,
  decided_at timestamptz not null default now(),
  ends_on date not null,
  rule text collate "C" not null,
  shredded_at timestamptz,
  check (proposed_by <> decided_by)
);

-- Who may propose and decide: a lead or coordinator of an organisation that is party.
create function tijdig.may_destroy(number integer) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
  actor tijdig.actor;
begin
  select * into actor from tijdig.find_actor();
  return actor.person is not null and actor.role in ('team-lead', 'coordinator')
    and tijdig.sees(may_destroy.number)
    and tijdig.relation(may_destroy.number) in ('party', 'other-team');
end
$$;

-- Each of these says what became of it: `done`, or why not.
create function tijdig.propose_destruction(number integer) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  actor tijdig.actor;
  ending tijdig.retention_end;
begin
  select * into actor from tijdig.find_actor();
  select * into ending from tijdig.retention_end e where e.number = propose_destruction.number;
  if not tijdig.may_destroy(propose_destruction.number) then return 'not-allowed'; end if;
  if exists (select from tijdig.destruction d where d.number = propose_destruction.number) then
    return 'destroyed';
  end if;
  if ending.number is null or ending.ends_on >= tijdig.today() then return 'not-due'; end if;
  insert into tijdig.destruction_proposal (number, proposed_by, proposed_name)
    select propose_destruction.number, p.id, p.name from tijdig.person p where p.id = actor.person
    on conflict do nothing;
  return case when found then 'done' else 'proposed' end;
end
$$;

create function tijdig.withdraw_proposal(number integer) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not tijdig.may_destroy(withdraw_proposal.number) then return 'not-allowed'; end if;
  delete from tijdig.destruction_proposal p where p.number = withdraw_proposal.number;
  return case when found then 'done' else 'not-proposed' end;
end
$$;

create function tijdig.destroy_family(number integer) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  actor tijdig.actor;
  proposal tijdig.destruction_proposal;
  ending tijdig.retention_end;
begin
  select * into actor from tijdig.find_actor();
  if not tijdig.may_destroy(destroy_family.number) then return 'not-allowed'; end if;
  select * into proposal from tijdig.destruction_proposal p
    where p.number = destroy_family.number for update;
  select * into ending from tijdig.retention_end e where e.number = destroy_family.number;
  if exists (select from tijdig.destruction d where d.number = destroy_family.number) then
    return 'destroyed';
  end if;
  if proposal.number is null then return 'not-proposed'; end if;
  if proposal.proposed_by = actor.person then return 'own-proposal'; end if;
  if ending.number is null or ending.ends_on >= tijdig.today() then return 'not-due'; end if;
  insert into tijdig.destruction (number, proposed_by, decided_by, ends_on, rule)
    values (ending.number, proposal.proposed_by, actor.person, ending.ends_on, ending.rule);
  return 'done';
end
$$;

-- Holds whoever destroys to two people and the day, also one that forgot to ask, and removes what
-- was kept of who they are in the same transaction.
create function tijdig.carry_out_destruction() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not exists (
    select from tijdig.destruction_proposal p
      join tijdig.retention_end e on e.number = p.number
    where p.number = new.number and p.proposed_by = new.proposed_by
      and p.proposed_by <> new.decided_by and e.ends_on < tijdig.today()
  ) then
    raise exception 'a file is destroyed on its day, by two people'
      using errcode = 'insufficient_privilege', constraint = 'four_eyes';
  end if;
  delete from tijdig.destruction_proposal p where p.number = new.number;
  delete from tijdig.vault_person p where p.number = new.number;
  return null;
end
$$;

create trigger carry_out after insert on tijdig.destruction
  for each row execute function tijdig.carry_out_destruction();
create trigger append_only before delete or truncate on tijdig.destruction
  for each statement execute function tijdig.refuse_change();

-- What was destroyed stays destroyed, whoever wants to keep it again.
create function tijdig.refuse_destroyed() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if exists (select from tijdig.destruction d where d.number = new.number) then
    raise exception 'this family was destroyed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;

create trigger not_destroyed before insert or update on tijdig.vault_person
  for each row execute function tijdig.refuse_destroyed();

do $$
declare
  name text;
begin
  foreach name in array array[
    'retention_end', 'retention_reach', 'destruction_proposal', 'destruction'
  ] loop
    execute format('alter table tijdig.%I enable row level security', name);
    execute format('create policy system on tijdig.%I to tijdig_system using (true) with check (true)', name);
  end loop;
end $$;

create policy look on tijdig.retention_end for select to tijdig_app
  using (exists (
    select from tijdig.trajectory_party p where p.number = retention_end.number
      and p.audience in (select unnest(tijdig.audiences()))));
create policy look on tijdig.destruction_proposal for select to tijdig_app
  using (tijdig.sees(number));
create policy look on tijdig.destruction for select to tijdig_app using (tijdig.sees(number));

grant select, insert, update, delete on tijdig.retention_end, tijdig.retention_reach to tijdig_system;
grant select on tijdig.destruction_proposal, tijdig.destruction to tijdig_system;
grant update (shredded_at) on tijdig.destruction to tijdig_system;
grant select on tijdig.retention_end, tijdig.destruction_proposal, tijdig.destruction to tijdig_app;

revoke execute on function tijdig.may_destroy(integer), tijdig.propose_destruction(integer),
  tijdig.withdraw_proposal(integer), tijdig.destroy_family(integer),
  tijdig.carry_out_destruction(), tijdig.refuse_destroyed()
from public;
grant execute on function tijdig.may_destroy(integer), tijdig.propose_destruction(integer),
  tijdig.withdraw_proposal(integer), tijdig.destroy_family(integer)
to tijdig_app;
