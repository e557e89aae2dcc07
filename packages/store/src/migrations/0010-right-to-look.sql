-- A family's right to look: all that is kept about it, and who looked, for who helps it to give it.

-- Who may give a family its file: who knows who it is, being party, and may share what is kept of it.
create function tijdig.may_give_file(number integer) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
  route text;
begin
  select t.route into route from tijdig.trajectory t where t.number = may_give_file.number;
  return tijdig.sees_persons(may_give_file.number)
    and tijdig.may(coalesce(route, ''), 'share', tijdig.relation(may_give_file.number));
end
$$;

create function tijdig.demand_may_give_file(number integer) returns void
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not tijdig.may_give_file(demand_may_give_file.number) then
    raise exception 'the actor may not give this file'
      using errcode = 'insufficient_privilege', constraint = 'may_give_file';
  end if;
end
$$;

-- How often something stands in a field that the actor may not read; never what.
create function tijdig.file_hidden_fields(number integer)
returns table (field text, times integer)
language plpgsql stable security definer rows 5 set search_path = pg_catalog, pg_temp
as $$
declare
  fields text[] := tijdig.seen_fields(file_hidden_fields.number);
begin
  perform tijdig.demand_may_give_file(file_hidden_fields.number);
  return query
    select d.key, count(*)::integer
    from tijdig.event e cross join lateral jsonb_object_keys(e.data) d(key)
    where e.trajectory = file_hidden_fields.number and d.key <> all (fields)
    group by d.key order by d.key;
end
$$;

-- Who broke the glass to see it, and why.
create function tijdig.file_glasses(number integer)
returns table (
  name text, role text, organisation text, reason text, broken_at timestamptz, ends_at timestamptz
)
language plpgsql stable security definer rows 2 set search_path = pg_catalog, pg_temp
as $$
begin
  perform tijdig.demand_may_give_file(file_glasses.number);
  return query
    select p.name, a.role, a.organisation, g.reason, g.broken_at, g.ends_at
    from tijdig.trajectory t
      join tijdig.glass g on g.route = t.route and g.trajectory = t.id
      join tijdig.person p on p.id = g.person
      join tijdig.appointment a on a.id = g.appointment
    where t.number = file_glasses.number
    order by g.broken_at, g.id;
end
$$;

-- Until when it is kept, and what became of that.
create function tijdig.file_ending(number integer)
returns table (ends_on date, rule text, proposed_at timestamptz, destroyed_at timestamptz)
language plpgsql stable security definer rows 1 set search_path = pg_catalog, pg_temp
as $$
begin
  perform tijdig.demand_may_give_file(file_ending.number);
  return query
    select coalesce(d.ends_on, e.ends_on), coalesce(d.rule, e.rule), p.proposed_at, d.decided_at
    from tijdig.trajectory t
      left join tijdig.retention_end e on e.number = t.number
      left join tijdig.destruction_proposal p on p.number = t.number
      left join tijdig.destruction d on d.number = t.number
    where t.number = file_ending.number and (e.number is not null or d.number is not null);
end
$$;

-- Who looked at it or did something with it, the first first. That it is read is recorded by the
-- reading itself: the last of what it gives. Of other trajectories that stand in the same record, and
-- of what was typed, nothing is told.
create function tijdig.take_file(number integer, address text)
returns table (
  at timestamptz, kind text, outcome text, person text, name text, role text, purpose text,
  organisation text, relation text, trajectories integer, detail jsonb
)
language plpgsql volatile security definer rows 100 set search_path = pg_catalog, pg_temp
as $$
declare
  file tijdig.trajectory;
begin
  perform tijdig.demand_may_give_file(take_file.number);
  select * into strict file from tijdig.trajectory t where t.number = take_file.number;
  perform tijdig.write_audit('file-given', file.route, file.id, 'done',
    jsonb_build_object('relation', tijdig.relation(file.number)), take_file.address);
  return query
    select a.at, a.record -> 'event' ->> 'EventTypeCode',
      case a.record -> 'event' ->> 'EventOutcomeIndicator'
        when '0' then 'done' when '4' then 'nothing' else 'refused' end,
      a.record -> 'user' ->> 'UserID', a.record -> 'user' ->> 'UserName',
      a.record -> 'user' ->> 'RoleIDCode', a.record -> 'user' ->> 'PurposeOfUse',
      a.record -> 'auditSource' ->> 'AuditEnterpriseSiteID',
      a.record -> 'overig' ->> 'behandelrelatieProtocol',
      (select count(*)::integer from jsonb_array_elements(a.record -> 'participantObject') o
        where o ->> 'ParticipantObjectTypeCode' = '1'),
      coalesce((
        select jsonb_object_agg(d.key, d.value)
        from jsonb_array_elements(a.record -> 'participantObject') o
          cross join lateral jsonb_each(o -> 'ParticipantObjectDetail') d
        where jsonb_typeof(o -> 'ParticipantObjectDetail') = 'object'
          and d.key in ('what', 'became', 'code', 'events')), '{}')
    from tijdig.audit a
    where a.record -> 'participantObject' @> jsonb_build_array(jsonb_build_object(
        'ParticipantObjectIDTypeCode', file.route, 'ParticipantObjectID', file.id))
      -- A search that also found one of another route has the numbers of that route here.
      or a.record -> 'participantObject' @> jsonb_build_array(jsonb_build_object(
        'ParticipantObjectDetail', jsonb_build_object('others', jsonb_build_array(
          jsonb_build_object('route', file.route, 'id', file.id)))))
    order by a.at, a.position;
end
$$;

revoke execute on function
  tijdig.may_give_file(integer), tijdig.demand_may_give_file(integer),
  tijdig.file_hidden_fields(integer), tijdig.file_glasses(integer), tijdig.file_ending(integer),
  tijdig.take_file(integer, text)
from public;
grant execute on function
  tijdig.may_give_file(integer), tijdig.file_hidden_fields(integer), tijdig.file_glasses(integer),
  tijdig.file_ending(integer), tijdig.take_file(integer, text)
to tijdig_app;
