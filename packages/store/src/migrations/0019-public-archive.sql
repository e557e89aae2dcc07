-- For whom a publication is, and what somebody who did not sign in may have of those for everybody.

alter table tijdig.publication
  add column audience text not null default 'chain' check (audience in ('public', 'chain')),
  -- Of one for everybody: below which it stands for ever. Made of the report and its day, so that it
  -- tells nothing of how many others there are; the number does.
  add column address text collate "C" unique
    check (address ~ '^[a-z0-9]+(-[a-z0-9]+)*/\d{4}-\d{2}-\d{2}(-\d+)?$'),
  -- Its text without markup, to be searched.
  add column words text,
  add constraint addressed check (
    (audience = 'public') = (address is not null) and (audience = 'public') = (words is not null));

-- That a publication is not given out any more to who did not sign in. It stays where it is.
create table tijdig.withdrawal (
  number integer primary key references tijdig.publication,
  withdrawn_at timestamptz not null,
  reason text not null check (length(reason) between 1 and 500)
);

create function tijdig.check_withdrawal() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not exists (
    select from tijdig.publication p where p.number = new.number and p.audience = 'public'
  ) then
    raise exception 'only what is public can be withdrawn' using errcode = 'check_violation';
  end if;
  return new;
end
$$;

create trigger only_public before insert on tijdig.withdrawal
  for each row execute function tijdig.check_withdrawal();
create trigger append_only before update or delete or truncate on tijdig.withdrawal
  for each statement execute function tijdig.refuse_change();

-- What one organisation delivers to another is never for everybody.
create function tijdig.check_delivery() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if exists (
    select from tijdig.publication p where p.number = new.number and p.audience = 'public'
  ) then
    raise exception 'what is delivered is never public' using errcode = 'check_violation';
  end if;
  return new;
end
$$;

create trigger never_public before insert on tijdig.delivery
  for each row execute function tijdig.check_delivery();

alter table tijdig.withdrawal enable row level security;
create policy system on tijdig.withdrawal to tijdig_system using (true) with check (true);
create policy actor on tijdig.withdrawal for select to tijdig_app
  using ((select tijdig.is_somebody()));
grant select, insert on tijdig.withdrawal to tijdig_system;
grant select on tijdig.withdrawal to tijdig_app;

-- What is public, without its number. The table itself stays closed to who did not sign in.
-- @param sought Words that must all stand in the title or the text; null for all.
create function tijdig.public_editions(sought text[]) returns table (
  address text, template text, title text, author text, description text, period text,
  cut_off text, known_at text, published_at timestamptz, withdrawn_at timestamptz, reason text)
language sql stable security definer rows 100 set search_path = pg_catalog, pg_temp
as $$
  select p.address, p.template, p.title,
    p.document -> 'report' -> 'metadata' ->> 'author',
    case when w.number is null then p.document -> 'report' -> 'metadata' ->> 'description' end,
    case when w.number is null then p.document -> 'report' -> 'metadata' ->> 'period' end,
    p.question ->> 'cutOff', p.question ->> 'knownAt',
    p.published_at, w.withdrawn_at, w.reason
  from tijdig.publication p left join tijdig.withdrawal w using (number)
  where p.audience = 'public' and not exists (
    select from unnest(sought) s(word)
    where strpos(lower(case when w.number is null then p.title || ' ' || p.words else p.title end),
      lower(s.word)) = 0)
  order by p.number desc
$$;

-- One of them with its content, which is null where it was withdrawn.
create function tijdig.public_edition(asked text) returns table (
  address text, template text, title text, author text, route text, published_at timestamptz,
  withdrawn_at timestamptz, reason text, "position" bigint, log_hash text, question json,
  definitions json, figures json, document json, html text, pdf bytea)
language sql stable security definer rows 1 set search_path = pg_catalog, pg_temp
as $$
  select p.address, p.template, p.title, p.document -> 'report' -> 'metadata' ->> 'author', p.route,
    p.published_at, w.withdrawn_at, w.reason, p.position, encode(p.log_hash, 'hex'),
    case when w.number is null then p.question end,
    case when w.number is null then p.definitions end,
    case when w.number is null then p.figures end,
    case when w.number is null then p.document end,
    case when w.number is null then p.html end,
    case when w.number is null then p.pdf end
  from tijdig.publication p left join tijdig.withdrawal w using (number)
  where p.audience = 'public' and p.address = asked
$$;

revoke execute on function
  tijdig.check_withdrawal(), tijdig.check_delivery(),
  tijdig.public_editions(text[]), tijdig.public_edition(text)
from public;
grant execute on function tijdig.public_editions(text[]), tijdig.public_edition(text) to tijdig_app;

-- In the audit a withdrawal is a change; whatever else the function has become stays as it is.
do $$
declare
  old text := pg_get_functiondef(
    'tijdig.append_audit(text, text, text, text, jsonb, jsonb, text)'::regprocedure);
  new text := replace(old, '''notice-seen'', ''administration''',
    '''notice-seen'', ''withdraw'', ''administration''');
begin
  if new = old then
    raise exception 'the list of changes is not as expected';
  end if;
  execute new;
end
$$;
