-- Putting right what was recorded: by whoever may record such an event in some state of the
-- trajectory. The state in which it stands now often follows from the very thing that is wrong.

create function tijdig.may_correct(
  actor tijdig.actor, route text, relation text, type text
) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
  return (may_correct.actor).organisation is not null
    and tijdig.is_good_for(may_correct.actor, 'record')
    and exists (
      select from tijdig.access_rule r
      where r.route = may_correct.route and r.role = (may_correct.actor).role
        and r.purpose = (may_correct.actor).purpose and r.action = 'record'
        and r.relation = may_correct.relation and r.detail = may_correct.type
        and r.kind in ((may_correct.actor).kind, '*'));
end
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

revoke execute on function tijdig.may_correct(tijdig.actor, text, text, text) from public;
