-- Who works with Tijdig: organisations, teams, people with their roles, keys of machines, sessions.
-- Professionals only: who a family is stands nowhere here.

create table tijdig.organisation (
  code text collate "C" primary key check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$'),
  kind text collate "C" not null,
  name text not null,
  ended_at timestamptz
);

create table tijdig.team (
  organisation text collate "C" not null references tijdig.organisation,
  code text collate "C" not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$'),
  name text not null,
  primary key (organisation, code)
);

create table tijdig.person (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  -- By this a person is recognised the first time; from then on by issuer and subject.
  email text not null,
  issuer text,
  subject text,
  ended_at timestamptz,
  unique (issuer, subject)
);

create unique index person_by_email on tijdig.person (lower(email));

-- A role of a person in an organisation. Withdrawn by ending it, never by deleting it.
create table tijdig.appointment (
  id uuid primary key default gen_random_uuid(),
  person uuid not null references tijdig.person,
  organisation text collate "C" not null references tijdig.organisation,
  role text collate "C" not null,
  teams text[] collate "C" not null default '{}',
  began_at timestamptz not null default now(),
  ended_at timestamptz
);

create index appointment_of_person on tijdig.appointment (person);

create table tijdig.session (
  -- SHA-256 of the token, which only the browser has.
  hash bytea primary key check (length(hash) = 32),
  person uuid not null references tijdig.person,
  appointment uuid not null references tijdig.appointment,
  purpose text collate "C" not null,
  began_at timestamptz not null default now(),
  -- Idle longer than this since it was last seen, or past its end: over.
  seen_at timestamptz not null default now(),
  idle interval not null,
  ends_at timestamptz not null,
  ended_at timestamptz
);

create index session_of_person on tijdig.session (person);

-- A machine's way in: shown once, kept as a hash.
create table tijdig.api_key (
  id uuid primary key default gen_random_uuid(),
  hash bytea not null unique check (length(hash) = 32),
  -- The first characters, by which people tell keys apart.
  hint text not null,
  name text not null,
  organisation text collate "C" not null references tijdig.organisation,
  role text collate "C" not null,
  purpose text collate "C" not null,
  scopes text[] collate "C" not null,
  made_by uuid references tijdig.person,
  made_at timestamptz not null default now(),
  ends_at timestamptz not null,
  ended_at timestamptz
);

create type tijdig.actor as (
  person uuid,
  key uuid,
  appointment uuid,
  organisation text,
  kind text,
  role text,
  purpose text,
  teams text[],
  scopes text[]
);

-- Who acts: whoever's token hash (hex) stands in tijdig.session, as long as session, person,
-- appointment and organisation have not ended. No row otherwise. Read at each query, so that a
-- right that was withdrawn works at the very next one.
create function tijdig.find_actor() returns setof tijdig.actor
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select p.id, null::uuid, a.id, o.code, o.kind, a.role, s.purpose, a.teams, null::text[]
  from tijdig.session s
    join tijdig.person p on p.id = s.person
    join tijdig.appointment a on a.id = s.appointment and a.person = s.person
    join tijdig.organisation o on o.code = a.organisation
  where s.hash = decode(nullif(current_setting('tijdig.session', true), ''), 'hex')
    and s.ended_at is null and s.ends_at > now() and s.seen_at + s.idle > now()
    and p.ended_at is null and a.ended_at is null and o.ended_at is null
  union all
  select null, k.id, null, o.code, o.kind, k.role, k.purpose, '{}', k.scopes
  from tijdig.api_key k join tijdig.organisation o on o.code = k.organisation
  where k.hash = decode(nullif(current_setting('tijdig.session', true), ''), 'hex')
    and k.ended_at is null and k.ends_at > now() and o.ended_at is null
$$;

revoke execute on function tijdig.find_actor() from public;
grant execute on function tijdig.find_actor() to tijdig_app;
