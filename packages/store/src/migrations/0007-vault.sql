-- Who a family is: encrypted under a key of its own that is not kept here, apart from the log.

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
    values (case when tg_op = 'DELETE' then old.number else new.number end, now())
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
