-- Who looked at what, who did what: one record (NEN 7513) each, in a chain of hashes that only grows.

create table tijdig.audit_head (
  only_one boolean primary key default true check (only_one),
  identity uuid not null,
  position bigint not null check (position >= 0),
  hash bytea not null check (length(hash) = 32)
);

insert into tijdig.audit_head (identity, position, hash)
select identity, 0, sha256(convert_to(identity::text, 'UTF8'))
from gen_random_uuid() as identity;

create table tijdig.audit (
  position bigint primary key check (position > 0),
  at timestamptz not null,
  -- In the groups and names of NEN 7513; of objects there may be several.
  record jsonb not null,
  hash bytea not null check (length(hash) = 32)
);

create index audit_by_moment on tijdig.audit (at);
create index audit_by_user on tijdig.audit ((record -> 'user' ->> 'UserID'), position);
create index audit_by_object on tijdig.audit using gin ((record -> 'participantObject') jsonb_path_ops);

-- What is hashed of a record, after the hash of the one before it.
create function tijdig.audit_text(at timestamptz, record jsonb) returns text
language sql stable set search_path = pg_catalog, pg_temp
as $$ select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || chr(10) || record::text $$;

create function tijdig.advance_audit() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  head tijdig.audit_head;
begin
  select * into strict head from tijdig.audit_head for update;
  if new.position <> head.position + 1
    or new.hash <> sha256(head.hash || convert_to(tijdig.audit_text(new.at, new.record), 'UTF8'))
  then
    raise exception 'an audit record must follow on %', head.position using errcode = 'check_violation';
  end if;
  update tijdig.audit_head set position = new.position, hash = new.hash;
  return null;
end
$$;

create trigger advance after insert on tijdig.audit
  for each row execute function tijdig.advance_audit();
create trigger append_only before update or delete or truncate on tijdig.audit
  for each statement execute function tijdig.refuse_change();
create trigger by_appending before update on tijdig.audit_head
  for each statement execute function tijdig.refuse_direct_change();
create trigger append_only before delete or truncate on tijdig.audit_head
  for each statement execute function tijdig.refuse_change();

-- Adds a record at the end. Whoever did so holds the end until the transaction is over: the order
-- of the chain is the order of committing, without a gap.
create function tijdig.append_audit(
  kind text, route text, trajectory text, outcome text, detail jsonb, "user" jsonb, organisation text
) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  head tijdig.audit_head;
  moment timestamptz;
  objects jsonb;
  rest jsonb := coalesce(detail, '{}') - 'shown' - 'relation';
  whole jsonb;
begin
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
      'ParticipantObjectTypeCode', '1', 'ParticipantObjectTypeCodeRole', '1',
      'ParticipantObjectIDTypeCode', append_audit.route, 'ParticipantObjectID', o.id,
      'ParticipantObjectPermissionPolicySet', detail ->> 'relation')) order by o.place), '[]')
    into objects
    from jsonb_array_elements_text(
      case when append_audit.trajectory is not null then jsonb_build_array(append_audit.trajectory)
        else coalesce(detail -> 'shown', '[]') end) with ordinality o(id, place);
  if rest <> '{}' or objects = '[]' then
    objects := objects || jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
      'ParticipantObjectTypeCode', '2', 'ParticipantObjectTypeCodeRole', '24',
      'ParticipantObjectIDTypeCode', append_audit.route, 'ParticipantObjectDetail', rest)));
  end if;
  select * into strict head from tijdig.audit_head for update;
  moment := clock_timestamp();
  whole := jsonb_build_object(
    'event', jsonb_build_object(
      'EventID', head.position + 1,
      'EventTypeCode', append_audit.kind,
      'EventActionCode', case
        when kind in ('record', 'glass', 'publish', 'import', 'persons-kept') then 'C'
        when kind in ('share', 'notice-seen', 'administration', 'switch') then 'U'
        when kind in ('persons-removed', 'destruction') then 'D'
        when kind in ('sign-in', 'sign-out', 'verify', 'refusal', 'command') then 'E'
        else 'R' end,
      'EventDateTime', to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      'EventOutcomeIndicator', case append_audit.outcome
        when 'done' then '0' when 'nothing' then '4' when 'refused' then '8' end),
    'user', jsonb_strip_nulls(append_audit."user"),
    'participantObject', objects,
    'auditSource', jsonb_strip_nulls(jsonb_build_object(
      'AuditEnterpriseSiteID', append_audit.organisation,
      'AuditSourceID', 'tijdig:' || head.identity::text,
      'AuditSourceTypeCode', '4')),
    -- By which rules it was allowed: those of the decision function, as they stood written then.
    'overig', jsonb_strip_nulls(jsonb_build_object(
      'autorisatieProtocol', (select d.hash from tijdig.access_definition d limit 1),
      'behandelrelatieProtocol', detail ->> 'relation')));
  insert into tijdig.audit (position, at, record, hash)
    values (head.position + 1, moment, whole,
      sha256(head.hash || convert_to(tijdig.audit_text(moment, whole), 'UTF8')));
  return head.position + 1;
end
$$;

-- Records what somebody did who signed in, also whose session ended just now. Who that is stands in
-- no parameter. Null, and no record, for nobody: nobody is shown anything.
create function tijdig.write_audit(
  kind text, route text, trajectory text, outcome text, detail jsonb, address text
) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  actor tijdig.actor;
  named text;
begin
  select * into actor from tijdig.find_actor();
  if actor.organisation is null then
    select s.person, null, s.appointment, o.code, o.kind, a.role, s.purpose, a.teams, null
      into actor
      from tijdig.session s
        join tijdig.appointment a on a.id = s.appointment
        join tijdig.organisation o on o.code = a.organisation
      where s.hash = decode(nullif(current_setting('tijdig.session', true), ''), 'hex');
  end if;
  if actor.organisation is null then
    return null;
  end if;
  select coalesce(
      (select p.name from tijdig.person p where p.id = actor.person),
      (select k.name from tijdig.api_key k where k.id = actor.key))
    into named;
  return tijdig.append_audit(kind, route, trajectory, outcome, detail, jsonb_build_object(
    'UserID', coalesce(actor.person::text, 'key:' || actor.key::text),
    'AlternateUserID', actor.appointment,
    'UserName', named,
    'UserIsRequestor', true,
    'RoleIDCode', actor.role,
    'PurposeOfUse', actor.purpose,
    'NetworkAccessPointTypeCode', case when address is not null then '2' end,
    'NetworkAccessPointID', address), actor.organisation);
end
$$;

-- The same of what the program itself does at the command line.
create function tijdig.write_system_audit(
  kind text, route text, trajectory text, outcome text, detail jsonb, named text
) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp
as $$
  select tijdig.append_audit(kind, route, trajectory, outcome, detail, jsonb_build_object(
    'UserID', 'tijdig', 'UserName', named, 'UserIsRequestor', false, 'RoleIDCode', 'system'), null)
$$;

-- A record as an organisation may read it that is not of who acted: only the trajectories to which
-- it is party, and nothing of what else was asked. Null where it is party to none.
create function tijdig.audit_for_party(record jsonb, organisation text) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
  kept jsonb;
begin
  select jsonb_agg(o.object order by o.place) into kept
    from jsonb_array_elements(record -> 'participantObject') with ordinality o(object, place)
    where o.object ->> 'ParticipantObjectTypeCode' = '1' and exists (
      select from tijdig.trajectory t join tijdig.trajectory_party p on p.number = t.number
      where t.id = o.object ->> 'ParticipantObjectID'
        and t.route = o.object ->> 'ParticipantObjectIDTypeCode'
        and p.organisation = audit_for_party.organisation);
  return case when kept is not null
    then jsonb_set(record #- '{user,NetworkAccessPointID}', '{participantObject}', kept) end;
end
$$;

create function tijdig.audit_reader() returns tijdig.actor
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
  actor tijdig.actor;
begin
  select * into actor from tijdig.find_actor();
  if actor.person is null or actor.role <> 'auditor' then
    raise exception 'the actor may not read the audit'
      using errcode = 'insufficient_privilege', constraint = 'may_read_audit';
  end if;
  return actor;
end
$$;

-- The records that the actor may read: an inspectorate's auditor all, another's those of its own
-- people and of the trajectories to which it is party. Each null parameter leaves it open.
create function tijdig.read_audit(
  route text, trajectory text, person text, since timestamptz, until timestamptz, kind text
) returns table ("position" bigint, at timestamptz, record jsonb)
language plpgsql stable security definer rows 100 set search_path = pg_catalog, pg_temp
as $$
declare
  actor tijdig.actor := tijdig.audit_reader();
  about jsonb := jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
    'ParticipantObjectID', trajectory, 'ParticipantObjectIDTypeCode', route)));
begin
  return query
    select a.position, a.at, seen.record
    from tijdig.audit a
      cross join lateral (
        select case
          when actor.kind = 'inspectorate'
            or a.record -> 'auditSource' ->> 'AuditEnterpriseSiteID' = actor.organisation then a.record
          else tijdig.audit_for_party(a.record, actor.organisation) end as record
      ) seen
    where (about = '[{}]' or a.record -> 'participantObject' @> about)
      and (read_audit.person is null or a.record -> 'user' ->> 'UserID' = read_audit.person)
      and (since is null or a.at >= since) and (until is null or a.at < until)
      and (read_audit.kind is null or a.record -> 'event' ->> 'EventTypeCode' = read_audit.kind)
      and seen.record is not null
      -- Of what was left out, it may not be told that it was there.
      and (about = '[{}]' or seen.record -> 'participantObject' @> about);
end
$$;

-- The end of the chain, to be lodged where nobody of here can change it.
create function tijdig.audit_checkpoint()
returns table (identity uuid, "position" bigint, hash text, at timestamptz)
language plpgsql stable security definer rows 1 set search_path = pg_catalog, pg_temp
as $$
begin
  perform tijdig.audit_reader();
  return query select h.identity, h.position, encode(h.hash, 'hex'), now() from tijdig.audit_head h;
end
$$;

alter table tijdig.audit enable row level security;
alter table tijdig.audit_head enable row level security;
create policy system on tijdig.audit for select to tijdig_system using (true);
create policy system on tijdig.audit_head for select to tijdig_system using (true);
grant select on tijdig.audit, tijdig.audit_head to tijdig_system;

revoke execute on function
  tijdig.audit_text(timestamptz, jsonb), tijdig.advance_audit(),
  tijdig.append_audit(text, text, text, text, jsonb, jsonb, text),
  tijdig.write_audit(text, text, text, text, jsonb, text),
  tijdig.write_system_audit(text, text, text, text, jsonb, text),
  tijdig.audit_for_party(jsonb, text), tijdig.audit_reader(),
  tijdig.read_audit(text, text, text, timestamptz, timestamptz, text), tijdig.audit_checkpoint()
from public;
grant execute on function tijdig.write_audit(text, text, text, text, jsonb, text)
to tijdig_app, tijdig_system;
grant execute on function tijdig.write_system_audit(text, text, text, text, jsonb, text)
to tijdig_system;
grant execute on function
  tijdig.read_audit(text, text, text, timestamptz, timestamptz, text), tijdig.audit_checkpoint()
to tijdig_app;
