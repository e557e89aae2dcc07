-- Reminders: what each person is told of what is due, once a day, and whether they want it by mail.

-- Who has no row wants it.
create table tijdig.reminder_choice (
  person uuid primary key references tijdig.person,
  by_mail boolean not null,
  chosen_at timestamptz not null default clock_timestamp()
);

-- The days of which it was worked out who is told what: all of a day in one transaction, so once.
create table tijdig.digest_day (
  day date primary key,
  planned_at timestamptz not null default clock_timestamp(),
  people integer not null
);

-- What one person is told of one day: numbers of terms, and of nobody anything else.
create table tijdig.digest (
  id uuid primary key default gen_random_uuid(),
  day date not null references tijdig.digest_day on delete cascade,
  person uuid not null references tijdig.person,
  -- A list of { of, route, fact, overdue, today, week, warned }.
  terms jsonb not null,
  -- Null: not sent, or not yet.
  sent_at timestamptz,
  unique (day, person)
);

do $$
declare
  name text;
begin
  foreach name in array array['reminder_choice', 'digest_day', 'digest'] loop
    execute format('alter table tijdig.%I enable row level security', name);
    execute format('create policy system on tijdig.%I to tijdig_system using (true) with check (true)', name);
  end loop;
end $$;

grant select, insert, update on tijdig.reminder_choice to tijdig_system;
grant select, insert, update, delete on tijdig.digest_day, tijdig.digest to tijdig_system;

-- Jobs that are waiting, as pg-boss 10.4.2 keeps them (its form 24): what it would make itself, made by
-- the owner, because the program may not. They are in no backup: what is due is worked out again.
drop schema if exists tijdig_jobs cascade;

CREATE SCHEMA tijdig_jobs
;

    CREATE TYPE tijdig_jobs.job_state AS ENUM (
      'created',
      'retry',
      'active',
      'completed',
      'cancelled',
      'failed'
    )
;

    CREATE TABLE tijdig_jobs.version (
      version int primary key,
      maintained_on timestamp with time zone,
      cron_on timestamp with time zone,
      monitored_on timestamp with time zone
    )
;

    CREATE TABLE tijdig_jobs.queue (
      name text,
      policy text,
      retry_limit int,
      retry_delay int,
      retry_backoff bool,
      expire_seconds int,
      retention_minutes int,
      dead_letter text REFERENCES tijdig_jobs.queue (name),
      partition_name text,
      created_on timestamp with time zone not null default now(),
      updated_on timestamp with time zone not null default now(),
      PRIMARY KEY (name)
    )
;

    CREATE TABLE tijdig_jobs.schedule (
      name text REFERENCES tijdig_jobs.queue ON DELETE CASCADE,
      cron text not null,
      timezone text,
      data jsonb,
      options jsonb,
      created_on timestamp with time zone not null default now(),
      updated_on timestamp with time zone not null default now(),
      PRIMARY KEY (name)
    )
;

    CREATE TABLE tijdig_jobs.subscription (
      event text not null,
      name text not null REFERENCES tijdig_jobs.queue ON DELETE CASCADE,
      created_on timestamp with time zone not null default now(),
      updated_on timestamp with time zone not null default now(),
      PRIMARY KEY(event, name)
    )
;

    CREATE TABLE tijdig_jobs.job (
      id uuid not null default gen_random_uuid(),
      name text not null,
      priority integer not null default(0),
      data jsonb,
      state tijdig_jobs.job_state not null default('created'),
      retry_limit integer not null default(2),
      retry_count integer not null default(0),
      retry_delay integer not null default(0),
      retry_backoff boolean not null default false,
      start_after timestamp with time zone not null default now(),
      started_on timestamp with time zone,
      singleton_key text,
      singleton_on timestamp without time zone,
      expire_in interval not null default interval '15 minutes',
      created_on timestamp with time zone not null default now(),
      completed_on timestamp with time zone,
      keep_until timestamp with time zone NOT NULL default now() + interval '14 days',
      output jsonb,
      dead_letter text,
      policy text
    ) PARTITION BY LIST (name)
;
ALTER TABLE tijdig_jobs.job ADD PRIMARY KEY (name, id);
CREATE TABLE tijdig_jobs.archive (LIKE tijdig_jobs.job);
ALTER TABLE tijdig_jobs.archive ADD PRIMARY KEY (name, id);
ALTER TABLE tijdig_jobs.archive ADD archived_on timestamptz NOT NULL DEFAULT now();
CREATE INDEX archive_i1 ON tijdig_jobs.archive(archived_on);

    CREATE FUNCTION tijdig_jobs.create_queue(queue_name text, options json)
    RETURNS VOID AS
    $$
    DECLARE
      table_name varchar := 'j' || encode(sha224(queue_name::bytea), 'hex');
      queue_created_on timestamptz;
    BEGIN

      WITH q as (
      INSERT INTO tijdig_jobs.queue (
        name,
        policy,
        retry_limit,
        retry_delay,
        retry_backoff,
        expire_seconds,
        retention_minutes,
        dead_letter,
        partition_name
      )
      VALUES (
        queue_name,
        options->>'policy',
        (options->>'retryLimit')::int,
        (options->>'retryDelay')::int,
        (options->>'retryBackoff')::bool,
        (options->>'expireInSeconds')::int,
        (options->>'retentionMinutes')::int,
        options->>'deadLetter',
        table_name
      )
      ON CONFLICT DO NOTHING
      RETURNING created_on
      )
      SELECT created_on into queue_created_on from q;

      IF queue_created_on IS NULL THEN
        RETURN;
      END IF;

      EXECUTE format('CREATE TABLE tijdig_jobs.%I (LIKE tijdig_jobs.job INCLUDING DEFAULTS)', table_name);

      EXECUTE format('ALTER TABLE tijdig_jobs.%1$I ADD PRIMARY KEY (name, id)', table_name);
      EXECUTE format('ALTER TABLE tijdig_jobs.%1$I ADD CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES tijdig_jobs.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED', table_name);
      EXECUTE format('ALTER TABLE tijdig_jobs.%1$I ADD CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES tijdig_jobs.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED', table_name);
      EXECUTE format('CREATE UNIQUE INDEX %1$s_i1 ON tijdig_jobs.%1$I (name, COALESCE(singleton_key, '''')) WHERE state = ''created'' AND policy = ''short''', table_name);
      EXECUTE format('CREATE UNIQUE INDEX %1$s_i2 ON tijdig_jobs.%1$I (name, COALESCE(singleton_key, '''')) WHERE state = ''active'' AND policy = ''singleton''', table_name);
      EXECUTE format('CREATE UNIQUE INDEX %1$s_i3 ON tijdig_jobs.%1$I (name, state, COALESCE(singleton_key, '''')) WHERE state <= ''active'' AND policy = ''stately''', table_name);
      EXECUTE format('CREATE UNIQUE INDEX %1$s_i4 ON tijdig_jobs.%1$I (name, singleton_on, COALESCE(singleton_key, '''')) WHERE state <> ''cancelled'' AND singleton_on IS NOT NULL', table_name);
      EXECUTE format('CREATE INDEX %1$s_i5 ON tijdig_jobs.%1$I (name, start_after) INCLUDE (priority, created_on, id) WHERE state < ''active''', table_name);

      EXECUTE format('ALTER TABLE tijdig_jobs.%I ADD CONSTRAINT cjc CHECK (name=%L)', table_name, queue_name);
      EXECUTE format('ALTER TABLE tijdig_jobs.job ATTACH PARTITION tijdig_jobs.%I FOR VALUES IN (%L)', table_name, queue_name);
    END;
    $$
    LANGUAGE plpgsql;
;

    CREATE FUNCTION tijdig_jobs.delete_queue(queue_name text)
    RETURNS VOID AS
    $$
    DECLARE
      table_name varchar;
    BEGIN
      WITH deleted as (
        DELETE FROM tijdig_jobs.queue
        WHERE name = queue_name
        RETURNING partition_name
      )
      SELECT partition_name from deleted INTO table_name;

      EXECUTE format('DROP TABLE IF EXISTS tijdig_jobs.%I', table_name);
    END;
    $$
    LANGUAGE plpgsql;
;
INSERT INTO tijdig_jobs.version(version) VALUES ('24');

select tijdig_jobs.create_queue('digest-day', '{"policy": "standard"}');
select tijdig_jobs.create_queue('digest-mail', '{"policy": "standard"}');

revoke execute on function
  tijdig_jobs.create_queue(text, json), tijdig_jobs.delete_queue(text)
from public;
grant usage on schema tijdig_jobs to tijdig_system;
grant select, insert, update, delete on all tables in schema tijdig_jobs to tijdig_system;
