-- The audit goes on in sixteen chains beside each other: who looks waits for nobody but those who
-- write in the same chain. The one that stood is chain 0, and is closed as it is.

alter table tijdig.audit_head drop constraint audit_head_pkey, drop column only_one;
alter table tijdig.audit_head add column chain smallint not null default 0;
alter table tijdig.audit_head alter column chain drop default, add primary key (chain);
-- Room in the page for the versions of a row that is written anew by each record.
alter table tijdig.audit_head set (fillfactor = 20);

-- Each begins with which database and which chain it is: none can stand for another.
insert into tijdig.audit_head (identity, chain, position, hash)
select h.identity, c.chain, 0, sha256(convert_to(h.identity::text || '-' || c.chain, 'UTF8'))
from tijdig.audit_head h cross join generate_series(1, 16) as c(chain);

alter table tijdig.audit add column chain smallint not null default 0;
alter table tijdig.audit alter column chain drop default;
alter table tijdig.audit drop constraint audit_pkey, add primary key (chain, position);

-- A page of the auditor's, the newest first, begins at any of its records.
drop index tijdig.audit_by_moment;
drop index tijdig.audit_by_user;
create index audit_by_moment on tijdig.audit (at, chain, position);
create index audit_by_user
on tijdig.audit ((record -> 'user' ->> 'UserID'), at, chain, position);
create index audit_by_kind
on tijdig.audit ((record -> 'event' ->> 'EventTypeCode'), at, chain, position);

create or replace function tijdig.advance_audit() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update tijdig.audit_head h set position = new.position, hash = new.hash
    where h.chain = new.chain and new.chain > 0 and h.position = new.position - 1
      and new.hash = sha256(h.hash || convert_to(
        to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || chr(10)
          || new.record::text, 'UTF8'));
  if not found then
    raise exception 'an audit record must follow on the head of its chain'
      using errcode = 'check_violation';
  end if;
  return null;
end
$$;

-- In which chain whoever is connected writes: always the same, so that nobody holds two.
create function tijdig.audit_chain() returns smallint
language sql stable
as $$ select (1 + pg_backend_pid() % 16)::smallint $$;

-- Adds a record at the end of a chain. Whoever did so holds that end until the transaction is over:
-- the order of a chain is the order of committing, without a gap. Gives the position in the chain.
create or replace function tijdig.append_audit(
  kind text, route text, trajectory text, outcome text, detail jsonb, "user" jsonb, organisation text
) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  own smallint := tijdig.audit_chain();
  head tijdig.audit_head;
  moment timestamptz;
  written text;
  objects jsonb;
  rest jsonb := coalesce(detail, '{}') - 'shown' - 'relation';
  whole jsonb;
begin
  if append_audit.trajectory is not null then
    objects := jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
      'ParticipantObjectTypeCode', '1', 'ParticipantObjectTypeCodeRole', '1',
      'ParticipantObjectIDTypeCode', append_audit.route,
      'ParticipantObjectID', append_audit.trajectory,
      'ParticipantObjectPermissionPolicySet', detail ->> 'relation')));
  else
    select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'ParticipantObjectTypeCode', '1', 'ParticipantObjectTypeCodeRole', '1',
        'ParticipantObjectIDTypeCode', append_audit.route, 'ParticipantObjectID', o.id,
        'ParticipantObjectPermissionPolicySet', detail ->> 'relation')) order by o.place), '[]')
      into objects
      from jsonb_array_elements_text(coalesce(detail -> 'shown', '[]')) with ordinality o(id, place);
  end if;
  if rest <> '{}' or objects = '[]' then
    objects := objects || jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
      'ParticipantObjectTypeCode', '2', 'ParticipantObjectTypeCodeRole', '24',
      'ParticipantObjectIDTypeCode', append_audit.route, 'ParticipantObjectDetail', rest)));
  end if;
  select * into strict head from tijdig.audit_head h where h.chain = own for update;
  moment := clock_timestamp();
  written := to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
  whole := jsonb_build_object(
    'event', jsonb_build_object(
      'EventID', own || '-' || (head.position + 1),
      'EventTypeCode', append_audit.kind,
      'EventActionCode', case
        when kind in ('record', 'glass', 'publish', 'import', 'persons-kept') then 'C'
        when kind in ('share', 'notice-seen', 'administration', 'switch') then 'U'
        when kind in ('persons-removed', 'destruction') then 'D'
        when kind in ('sign-in', 'sign-out', 'verify', 'refusal', 'command') then 'E'
        else 'R' end,
      'EventDateTime', written,
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
  insert into tijdig.audit (chain, position, at, record, hash)
    values (own, head.position + 1, moment, whole,
      sha256(head.hash || convert_to(written || chr(10) || whole::text, 'UTF8')));
  return head.position + 1;
end
$$;

-- The records that the actor may read, the newest first: an inspectorate's auditor all, another's
-- those of its own people and of the trajectories to which it is party. Each null parameter leaves it
-- open; before: older than this record; most: no more than so many.
drop function tijdig.read_audit(text, text, text, timestamptz, timestamptz, text);
create function tijdig.read_audit(
  route text, trajectory text, person text, since timestamptz, until timestamptz, kind text,
  before_chain smallint, before_position bigint, most bigint
) returns table (number text, chain smallint, "position" bigint, at timestamptz, record jsonb)
language plpgsql stable security definer rows 100
-- Each call asks something else, by another index.
set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan
as $$
declare
  actor tijdig.actor := tijdig.audit_reader();
  about jsonb := jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
    'ParticipantObjectID', trajectory, 'ParticipantObjectIDTypeCode', route)));
  before_at timestamptz;
begin
  if before_chain is not null then
    select a.at into before_at from tijdig.audit a
      where a.chain = before_chain and a.position = before_position;
    if before_at is null then
      return;
    end if;
  end if;
  return query
    select case a.chain when 0 then a.position::text else a.chain || '-' || a.position end,
      a.chain, a.position, a.at, seen.record
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
      and (before_at is null
        or (a.at, a.chain, a.position) < (before_at, before_chain, before_position))
      and (read_audit.kind is null or a.record -> 'event' ->> 'EventTypeCode' = read_audit.kind)
      and seen.record is not null
      -- Of what was left out, it may not be told that it was there.
      and (about = '[{}]' or seen.record -> 'participantObject' @> about)
    order by a.at desc, a.chain desc, a.position desc
    limit most;
end
$$;

-- The ends of all chains, to be lodged where nobody of here can change them.
drop function tijdig.audit_checkpoint();
create function tijdig.audit_checkpoint()
returns table (identity uuid, chain smallint, "position" bigint, hash text, at timestamptz)
language plpgsql stable security definer rows 17 set search_path = pg_catalog, pg_temp
as $$
begin
  perform tijdig.audit_reader();
  return query
    select h.identity, h.chain, h.position, encode(h.hash, 'hex'), now()
    from tijdig.audit_head h order by h.chain;
end
$$;

revoke execute on function tijdig.audit_chain(),
  tijdig.read_audit(
    text, text, text, timestamptz, timestamptz, text, smallint, bigint, bigint),
  tijdig.audit_checkpoint()
from public;
grant execute on function
  tijdig.read_audit(
    text, text, text, timestamptz, timestamptz, text, smallint, bigint, bigint),
  tijdig.audit_checkpoint()
to tijdig_app;
