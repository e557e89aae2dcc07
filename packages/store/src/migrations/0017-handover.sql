-- Handing over: while it runs, a second team sees the trajectory too, and a second worker has it on
-- the list. Each organisation still has a trajectory in exactly one audience, that of both teams
-- together, so that nobody who is in both counts it twice.

alter table tijdig.audience add column receiving text collate "C";
alter table tijdig.trajectory_party add column receiving text collate "C";

-- Who walks along with the worker, where that is so; else empty.
alter table tijdig.work_line add column beside text collate "C" not null default '';

create index work_beside on tijdig.work_line (beside, audience, fact) where beside <> '';

-- Made anew at the next use.
delete from tijdig.current_definition;
delete from tijdig.access_definition;

-- Whether something is with one of an actor's teams, or with no team in particular.
create function tijdig.is_with(team text, receiving text, teams text[]) returns boolean
language sql immutable set search_path = pg_catalog, pg_temp
as $$ select team is null or team = any (teams) or coalesce(receiving = any (teams), false) $$;

create or replace function tijdig.own_audiences()
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
      select a.name, a.route, case when tijdig.is_with(a.team, a.receiving, actor.teams)
        then 'party' else 'other-team' end as relation
      from tijdig.audience a where a.organisation = actor.organisation
    ) o
    where exists (
      select from tijdig.access_rule r
      where r.route = o.route and r.role = actor.role and r.purpose = actor.purpose
        and r.action = 'see' and r.relation = o.relation);
end
$$;

create or replace function tijdig.relation(number integer) returns text
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
    when party.number is not null and tijdig.is_with(party.team, party.receiving, actor.teams)
      then 'party'
    when broke then 'glass'
    when shared then 'shared'
    when party.number is not null then 'other-team'
    else 'none'
  end;
end
$$;

drop function tijdig.seen_parties(integer);

create function tijdig.seen_parties(number integer)
returns table (organisation text, team text, receiving text, fields text[], until date)
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
    select p.organisation, p.team, p.receiving, null::text[], null::date
    from tijdig.trajectory_party p where p.number = seen_parties.number and not is_shared
    union all
    select s.organisation, null, null, s.fields, s.until
    from tijdig.trajectory_share s
    where s.number = seen_parties.number
      and (not is_shared or s.organisation = actor.organisation)
    order by 1;
end
$$;

create or replace function tijdig.own_work()
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
      a.team is not null and tijdig.is_with(a.team, a.receiving, actor.teams)
    from tijdig.own_audiences() o
      join tijdig.audience a on a.name = o.name
      join tijdig.work_step s on s.route = o.route;
end
$$;

-- With the teams in which each works, to hand something over to one of them.
drop function tijdig.own_colleagues();

create function tijdig.own_colleagues()
returns table (code text, name text, role text, teams text[])
language plpgsql stable security definer rows 50 set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
  return query
    select distinct on (p.name, p.id) w.code, p.name, a.role, array(
      select distinct t.team
      from tijdig.appointment o cross join lateral unnest(o.teams) as t(team)
      where o.person = p.id and o.organisation = a.organisation and o.ended_at is null
      order by t.team)
    from tijdig.find_actor() f
      join tijdig.appointment a on a.organisation = f.organisation and a.ended_at is null
      join tijdig.person p on p.id = a.person and p.ended_at is null
      join tijdig.worker_code w on w.organisation = a.organisation and w.person = p.id
    where f.person is not null
    order by p.name, p.id, w.made_at desc;
end
$$;

-- Within the own organisation alone: who hands over, makes no other organisation party.
create function tijdig.hands_over_elsewhere(actor tijdig.actor, type text, data jsonb)
returns boolean
language sql immutable set search_path = pg_catalog, pg_temp
as $$
  select type in ('handoverBegan', 'handoverCompleted')
    and coalesce(data ->> 'organisation' <> (actor).organisation, false)
$$;

create or replace function tijdig.may_record(
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
  if tijdig.hands_over_elsewhere(actor, may_record.type, may_record.data) then
    return false;
  end if;
  select t.route, t.xmin = pg_current_xact_id_if_assigned()::xid into route, is_new
    from tijdig.trajectory t where t.number = may_record.number;
  relation := case when is_new then 'new' else tijdig.relation(may_record.number) end;
  -- Why something is put right is told by who may put it right.
  if may_record.type = 'correctionExplained' then
    select e.type into superseded from tijdig.event e
      where e.id = may_record.data ->> 'corrected' and e.trajectory = may_record.number;
    return may_record.supersedes is null and superseded is not null
      and tijdig.may_correct(actor, route, relation, superseded);
  end if;
  select l.state into state from tijdig.trajectory_line l where l.number = may_record.number limit 1;
  if may_record.supersedes is not null then
    -- Only what stands in the same trajectory, and what one might have recorded oneself.
    select e.type into superseded from tijdig.event e
      where e.id = may_record.supersedes and e.trajectory = may_record.number;
    if superseded is null then
      return false;
    end if;
    if may_record.type in ('retracted', superseded)
      and tijdig.may_correct(actor, route, relation, superseded)
    then
      return true;
    end if;
    if may_record.type = 'retracted'
      or not tijdig.may_add(actor, route, relation, coalesce(state, ''), superseded, '{}')
    then
      return false;
    end if;
  end if;
  return tijdig.may_add(
    actor, coalesce(route, ''), relation, coalesce(state, ''), may_record.type, may_record.data);
end
$$;

revoke execute on function
  tijdig.is_with(text, text, text[]), tijdig.seen_parties(integer), tijdig.own_colleagues(),
  tijdig.hands_over_elsewhere(tijdig.actor, text, jsonb)
from public;
grant execute on function tijdig.seen_parties(integer), tijdig.own_colleagues() to tijdig_app;
-- The system itself works out who is told what.
grant execute on function tijdig.is_with(text, text, text[]) to tijdig_system;
