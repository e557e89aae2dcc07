-- Who may see what of who works here. What is changed, the program changes as the system, after it
-- decided that somebody may; an actor only reads, and never a hash.

grant select, insert, update on
  tijdig.organisation, tijdig.team, tijdig.person, tijdig.appointment, tijdig.session, tijdig.api_key
to tijdig_system;

grant select (code, kind, name) on tijdig.organisation to tijdig_app;
grant select on tijdig.team, tijdig.appointment to tijdig_app;
grant select (id, name, email, ended_at) on tijdig.person to tijdig_app;
grant select (person, appointment, purpose, began_at, seen_at, idle, ends_at, ended_at)
  on tijdig.session to tijdig_app;
grant select (id, hint, name, organisation, role, purpose, scopes, made_by, made_at, ends_at, ended_at)
  on tijdig.api_key to tijdig_app;

alter table tijdig.organisation enable row level security;
alter table tijdig.team enable row level security;
alter table tijdig.person enable row level security;
alter table tijdig.appointment enable row level security;
alter table tijdig.session enable row level security;
alter table tijdig.api_key enable row level security;

create policy system on tijdig.organisation to tijdig_system using (true);
create policy system on tijdig.team to tijdig_system using (true);
create policy system on tijdig.person to tijdig_system using (true);
create policy system on tijdig.appointment to tijdig_system using (true);
create policy system on tijdig.session to tijdig_system using (true);
create policy system on tijdig.api_key to tijdig_system using (true);

-- The organisation that the actor administers; null for who administers none.
create function tijdig.administered() returns text
language sql stable set search_path = pg_catalog, pg_temp
as $$ select organisation from tijdig.find_actor() where role = 'administrator' and person is not null $$;

revoke execute on function tijdig.administered() from public;
grant execute on function tijdig.administered() to tijdig_app;

-- That an organisation takes part in the chain is no secret to who works in it.
create policy signed_in on tijdig.organisation for select to tijdig_app
  using ((select true from tijdig.find_actor()));
create policy own_organisation on tijdig.team for select to tijdig_app
  using (organisation = (select organisation from tijdig.find_actor()));
create policy own on tijdig.appointment for select to tijdig_app
  using (person = (select person from tijdig.find_actor()));
create policy administrator on tijdig.appointment for select to tijdig_app
  using (organisation = (select tijdig.administered()));
create policy own on tijdig.person for select to tijdig_app
  using (id = (select person from tijdig.find_actor()));
create policy administrator on tijdig.person for select to tijdig_app
  using (exists (
    select from tijdig.appointment a
    where a.person = person.id and a.organisation = (select tijdig.administered())
  ));
create policy own on tijdig.session for select to tijdig_app
  using (person = (select person from tijdig.find_actor()));
create policy administrator on tijdig.api_key for select to tijdig_app
  using (organisation = (select tijdig.administered()));
