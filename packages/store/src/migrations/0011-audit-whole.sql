-- Who was refused and is not known stands in the audit too; and by which events is shared, the
-- definitions say.

-- Records what was refused to somebody of whom no more is known than where they asked from.
create function tijdig.write_unknown_audit(
  kind text, route text, trajectory text, outcome text, detail jsonb, address text
) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp
as $$
  select tijdig.append_audit(kind, route, trajectory, outcome, detail, jsonb_build_object(
    'UserID', 'unknown', 'UserName', 'onbekend', 'UserIsRequestor', true, 'RoleIDCode', 'unknown',
    'NetworkAccessPointTypeCode', case when address is not null then '2' end,
    'NetworkAccessPointID', address), null)
$$;

revoke execute on function tijdig.write_unknown_audit(text, text, text, text, jsonb, text) from public;
grant execute on function tijdig.write_unknown_audit(text, text, text, text, jsonb, text)
to tijdig_system;

-- The types of event that are sharing: those have a rule of their own.
create table tijdig.sharing_event (type text collate "C" primary key);
alter table tijdig.sharing_event enable row level security;
create policy system on tijdig.sharing_event to tijdig_system using (true) with check (true);
grant select, insert, update, delete on tijdig.sharing_event to tijdig_system;

create or replace function tijdig.may_add(
  actor tijdig.actor, route text, relation text, state text, type text, data jsonb
) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if (may_add.actor).organisation is null or not tijdig.is_good_for(may_add.actor, 'record') then
    return false;
  end if;
  if exists (select from tijdig.sharing_event s where s.type = may_add.type) then
    return tijdig.allows(may_add.actor, may_add.route, 'share', may_add.relation, '', '');
  end if;
  -- Who may open a trajectory, opens it for the own organisation.
  if may_add.relation = 'new' and may_add.type = 'partyJoined'
    and may_add.data ->> 'organisation' = (may_add.actor).organisation
    and (may_add.data ->> 'team' is null or may_add.data ->> 'team' = any ((may_add.actor).teams))
  then
    return exists (
      select from tijdig.access_rule r
      where r.route = may_add.route and r.role = (may_add.actor).role
        and r.purpose = (may_add.actor).purpose and r.action = 'record' and r.relation = 'new');
  end if;
  return tijdig.allows(
    may_add.actor, may_add.route, 'record', may_add.relation, may_add.type, may_add.state);
end
$$;
