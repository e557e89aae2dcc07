-- A work list in one statement: its counts, its lines and its audit record, of one moment.

-- How many there are by the month in which they are due, of the day table: a list sums whole months,
-- and days only of the months that are now. What stands still (9999-12-31) has a month of its own.
create table tijdig.work_month (
  audience text collate "C" not null,
  worker text collate "C" not null,
  fact text collate "C" not null,
  -- Its first day.
  month date not null,
  terms bigint not null,
  primary key (audience, worker, fact, month)
) with (fillfactor = 50);

insert into tijdig.work_month (audience, worker, fact, month, terms)
  select c.audience, c.worker, c.fact, case c.due_on when '9999-12-31' then c.due_on
      else c.due_on - extract(day from c.due_on)::integer + 1 end as month, sum(c.terms)
  from tijdig.work_count c group by 1, 2, 3, 4;

alter table tijdig.work_month enable row level security;
create policy system on tijdig.work_month to tijdig_system using (true) with check (true);
create policy actor on tijdig.work_month for select to tijdig_app
  using (audience in (select unnest(tijdig.audiences())));
grant select, insert, update, delete on tijdig.work_month to tijdig_system;
grant select on tijdig.work_month to tijdig_app;

-- A walk in the order of the list reads this index alone.
drop index tijdig.work_by_due;
create index work_by_due on tijdig.work_line (audience, fact, due_on, number)
  include (worker, beside);

-- PL/pgSQL keeps its plans: this runs several times in each visit.
create or replace function tijdig.find_actor() returns setof tijdig.actor
language plpgsql stable security definer rows 1 set search_path = pg_catalog, pg_temp
as $$
declare
  own bytea := decode(nullif(current_setting('tijdig.session', true), ''), 'hex');
begin
  return query
    select p.id, null::uuid, a.id, o.code, o.kind, a.role, s.purpose, a.teams, null::text[]
    from tijdig.session s
      join tijdig.person p on p.id = s.person
      join tijdig.appointment a on a.id = s.appointment and a.person = s.person
      join tijdig.organisation o on o.code = a.organisation
    where s.hash = own
      and s.ended_at is null and s.ends_at > now() and s.seen_at + s.idle > now()
      and p.ended_at is null and a.ended_at is null and o.ended_at is null;
  if found then
    return;
  end if;
  return query
    select null::uuid, k.id, null::uuid, o.code, o.kind, k.role, k.purpose, '{}'::text[], k.scopes
    from tijdig.api_key k join tijdig.organisation o on o.code = k.organisation
    where k.hash = own
      and k.ended_at is null and k.ends_at > now() and o.ended_at is null;
end
$$;

-- Who acts with a token: what a request begins with, in one statement.
create function tijdig.actor_of(session text) returns setof tijdig.actor
language plpgsql volatile rows 1 set search_path = pg_catalog, pg_temp
as $$
begin
  perform set_config('tijdig.session', actor_of.session, true);
  return query select * from tijdig.find_actor();
end
$$;

-- What a work list tells of terms of one's own audiences: the trajectory's number and state, and on
-- which day the term began as far as seen_facts would tell it. Nothing of what is another's.
create function tijdig.seen_terms(audiences text[], numbers integer[], facts text[])
returns table (place bigint, id text, state text, started_on date)
language plpgsql stable security definer rows 25
set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off
as $$
#variable_conflict use_column
declare
  actor tijdig.actor;
begin
  select * into actor from tijdig.find_actor();
  return query
    with own as materialized (select * from tijdig.own_audiences()), asked as materialized (
      select a.place, a.audience, a.number, a.fact, p.id, o.route, case o.relation
        when 'party' then 'party' else tijdig.relation(a.number) end as relation
      from unnest(seen_terms.audiences, seen_terms.numbers, seen_terms.facts) with ordinality
          a(audience, number, fact, place)
        join own o on o.name = a.audience
        join tijdig.trajectory_party p on p.audience = a.audience and p.number = a.number
    ), kinds as materialized (
      select distinct a.route, a.relation, a.fact from asked a
    ), told as materialized (
      select k.route, k.relation, k.fact from kinds k
      where k.relation <> 'shared' and tijdig.allows(actor, k.route, 'see', k.relation, '', '')
        and not exists (
          select from tijdig.attribute_field f
          where f.route = k.route and f.fact = k.fact and f.attribute = ''
            and not tijdig.allows(actor, k.route, 'see-field', k.relation, f.field, ''))
    )
    select a.place, a.id, l.state, (
        select f.started_on from tijdig.current_fact f
        where f.trajectory = a.number and f.fact = a.fact and (a.route, a.relation, a.fact) in (
          select t.route, t.relation, t.fact from told t)
        order by f.key limit 1)
    from asked a
      left join tijdig.trajectory_line l on l.number = a.number and l.audience = a.audience;
end
$$;

-- Each column of the lines is an array, in their order; days are numbers, from 1970.
create type tijdig.work_page as (
  part text,
  -- How many there are: overdue, today, week, later, waiting.
  counts bigint[],
  -- How many of the part.
  total bigint,
  routes text[],
  ids text[],
  facts text[],
  started_on integer[],
  -- Null while it stands still.
  due_on integer[],
  is_mine boolean[],
  -- Empty: assigned to nobody.
  workers text[],
  -- To whom it is being handed over, where this is the term for that; else empty.
  beside text[],
  states text[],
  -- Who is behind these codes, as far as they are known here, and which of them are the actor's own.
  codes text[],
  names text[],
  own_codes text[]
);

-- A page of what the actor has to do, with how many there are in each part: under row-level security,
-- and of one moment, so that counts and lines agree.
create function tijdig.work_page(
  whose text, wanted text, today date, sunday date, page integer, page_size integer
) returns tijdig.work_page
language plpgsql stable
-- One plan for small and large organisations: every step is a walk along an index that ends early.
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
  audiences text[];
  routes text[];
  facts text[];
  mine boolean[];
  numbers integer[];
  due_on date[];
  codes text[] := '{*}';
  beside bigint[];
  this_month date := date_trunc('month', today::timestamp);
  last_month date := date_trunc('month', sunday::timestamp);
  next_month date := last_month + interval '1 month';
  forever constant date := '9999-12-31';
  parts constant text[] := array['overdue', 'today', 'week', 'later', 'waiting'];
  found tijdig.work_page;
begin
  select array_agg(o.audience), array_agg(o.route), array_agg(o.fact), array_agg(o.is_mine)
    into audiences, routes, facts, mine
    from tijdig.own_work() o where whose <> 'team' or o.is_team;
  found.own_codes := tijdig.own_worker_codes();
  if whose = 'me' then
    codes := found.own_codes;
  end if;
  select array[
      coalesce(sum(m.before + d.overdue) filter (where o.is_mine), 0),
      coalesce(sum(d.today) filter (where o.is_mine), 0),
      coalesce(sum(d.week) filter (where o.is_mine), 0),
      coalesce(sum(d.later + m.later) filter (where o.is_mine), 0),
      coalesce(sum(case when o.is_mine then m.still
        else m.before + d.overdue + d.today + d.week + d.later + m.later + m.still end), 0)]
    into found.counts
    from unnest(audiences, facts, mine) o(audience, fact, is_mine) cross join unnest(codes) k(worker)
      cross join lateral (
        select coalesce(sum(c.terms) filter (where c.month < this_month), 0) as before,
          coalesce(sum(c.terms) filter (where c.month >= next_month and c.month < forever), 0) as later,
          coalesce(sum(c.terms) filter (where c.month = forever), 0) as still
        from tijdig.work_month c
        where c.audience = o.audience and c.worker = k.worker and c.fact = o.fact
      ) m cross join lateral (
        select coalesce(sum(c.terms) filter (where c.due_on < today), 0) as overdue,
          coalesce(sum(c.terms) filter (where c.due_on = today), 0) as today,
          coalesce(sum(c.terms) filter (where c.due_on > today and c.due_on <= sunday), 0) as week,
          coalesce(sum(c.terms) filter (where c.due_on > sunday), 0) as later
        from tijdig.work_count c
        where c.audience = o.audience and c.worker = k.worker and c.fact = o.fact
          and c.due_on >= this_month and c.due_on < next_month
      ) d;
  -- What somebody takes over is on their list as well; what is one's own by both is counted once.
  if whose = 'me' then
    select array[
        count(*) filter (where o.is_mine and w.due_on < today),
        count(*) filter (where o.is_mine and w.due_on = today),
        count(*) filter (where o.is_mine and w.due_on > today and w.due_on <= sunday),
        count(*) filter (where o.is_mine and w.due_on > sunday and w.due_on < forever),
        count(*) filter (where not o.is_mine or w.due_on = forever)]
      into beside
      from unnest(audiences, facts, mine) o(audience, fact, is_mine)
        join tijdig.work_line w on w.audience = o.audience and w.fact = o.fact
      where w.beside <> '' and w.beside = any (codes) and w.worker <> all (codes);
    found.counts := array(
      select c + b from unnest(found.counts, beside) with ordinality t(c, b, place) order by place);
  end if;
  found.part := coalesce(wanted, (
    select p.part from unnest(parts, found.counts) with ordinality p(part, terms, place)
    where p.terms > 0 order by p.place limit 1), 'today');
  found.total := found.counts[array_position(parts, found.part)];
  if found.total > 0 and page_size > 0 then
    -- One walk along an index for each audience, term and worker, merged.
    with walks as (
      select o.audience, o.route, o.fact, o.is_mine, k.worker,
        case found.part when 'today' then today when 'week' then today + 1 when 'later' then sunday + 1
          when 'waiting' then case when o.is_mine then forever else '-infinity' end
          else '-infinity' end as first_day,
        case found.part when 'overdue' then today - 1 when 'today' then today when 'week' then sunday
          when 'later' then forever - 1 else forever end as last_day
      from unnest(audiences, routes, facts, mine) o(audience, route, fact, is_mine)
        cross join unnest(codes) k(worker)
      where o.is_mine or found.part = 'waiting'
    ), lines_of_page as (
      select s.audience, s.route, s.fact, s.is_mine, w.number, w.due_on, w.worker, w.beside
      from walks s cross join lateral (
        (select l.number, l.due_on, l.worker, l.beside from tijdig.work_line l
          where s.worker = '*' and l.audience = s.audience and l.fact = s.fact
            and l.due_on between s.first_day and s.last_day
          order by l.due_on, l.number limit page * page_size)
        union all
        (select l.number, l.due_on, l.worker, l.beside from tijdig.work_line l
          where s.worker <> '*' and l.audience = s.audience and l.worker = s.worker
            and l.fact = s.fact and l.due_on between s.first_day and s.last_day
          order by l.due_on, l.number limit page * page_size)
        union all
        (select l.number, l.due_on, l.worker, l.beside from tijdig.work_line l
          where s.worker <> '*' and l.beside <> '' and l.beside = s.worker
            and l.worker <> all (codes) and l.audience = s.audience
            and l.fact = s.fact and l.due_on between s.first_day and s.last_day
          order by l.due_on, l.number limit page * page_size)
      ) w
      order by w.due_on, w.number, s.fact offset (page - 1) * page_size limit page_size
    )
    select array_agg(l.audience), array_agg(l.route), array_agg(l.fact), array_agg(l.is_mine),
        array_agg(l.number), array_agg(l.due_on), array_agg(l.worker), array_agg(l.beside)
      into audiences, found.routes, found.facts, found.is_mine, numbers, due_on, found.workers,
        found.beside
      from lines_of_page l;
    select array_agg(t.id order by t.place), array_agg(t.state order by t.place),
        array_agg(coalesce(t.started_on, due_on[t.place]) - date '1970-01-01' order by t.place),
        array_agg(case when due_on[t.place] < forever
          then due_on[t.place] - date '1970-01-01' end order by t.place)
      into found.ids, found.states, found.started_on, found.due_on
      from tijdig.seen_terms(audiences, numbers, found.facts) t;
    if cardinality(found.ids) <> cardinality(numbers) then
      raise exception 'a line of a work list stands in no trajectory of its audience';
    end if;
    codes := array(select distinct w from unnest(found.workers || found.beside) w where w <> '');
    if codes <> '{}' then
      select array_agg(n.code), array_agg(n.name) into found.codes, found.names
        from tijdig.worker_names(codes) n;
    end if;
  end if;
  return found;
end
$$;

-- The same with its audit record, as one statement that is a transaction by itself: what cannot be
-- told afterwards is not shown.
create function tijdig.look_at_work(
  session text, whose text, wanted text, today date, sunday date, page integer, page_size integer,
  address text
) returns tijdig.work_page
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $$
declare
  found tijdig.work_page;
begin
  perform set_config('tijdig.session', look_at_work.session, true);
  found := tijdig.work_page(whose, wanted, today, sunday, page, page_size);
  perform tijdig.write_audit('list', null, null,
    case found.total when 0 then 'nothing' else 'done' end,
    jsonb_build_object('work', whose, 'part', found.part, 'page', page,
      'shown', coalesce(found.ids, '{}')),
    look_at_work.address);
  return found;
end
$$;

revoke execute on function
  tijdig.actor_of(text), tijdig.seen_terms(text[], integer[], text[]),
  tijdig.work_page(text, text, date, date, integer, integer),
  tijdig.look_at_work(text, text, text, date, date, integer, integer, text)
from public;
grant execute on function
  tijdig.actor_of(text), tijdig.seen_terms(text[], integer[], text[]),
  tijdig.work_page(text, text, date, date, integer, integer),
  tijdig.look_at_work(text, text, text, date, date, integer, integer, text)
to tijdig_app;
