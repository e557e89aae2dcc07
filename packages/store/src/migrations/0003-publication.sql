-- What was published, as it was published. Only ever added to.

create table tijdig.publication (
  number integer primary key,
  template text not null,
  title text not null,
  route text collate "C" not null,
  question json not null,
  published_at timestamptz not null,
  position bigint not null,
  log_hash bytea not null,
  definitions json not null,
  figures json not null,
  document json not null,
  html text not null,
  pdf bytea not null
);

-- Gives out the number, one publisher at a time, so that none is skipped or given twice;
-- and holds the publication to a place that the log really has.
create function tijdig.number_publication() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(1414089284, 3);
  new.number := (select coalesce(max(number), 0) + 1 from tijdig.publication);
  if not exists (
    select from tijdig.event where position = new.position and hash = new.log_hash
    union all
    select from tijdig.log
    where new.position = 0 and new.log_hash = sha256(convert_to(identity::text, 'UTF8'))
  ) then
    raise exception 'the log has no such place' using errcode = 'foreign_key_violation';
  end if;
  return new;
end
$$;

create trigger number before insert on tijdig.publication
  for each row execute function tijdig.number_publication();
create trigger append_only before update or delete or truncate on tijdig.publication
  for each statement execute function tijdig.refuse_change();

grant select, insert on tijdig.publication to tijdig_app;
