-- Programmes: their parts are trajectories like all others, read together.

-- By what was ever said to be part of a programme, also where that was withdrawn since: what was known
-- before must be found as it was.
create index event_of_programme on tijdig.event ((data ->> 'programme'))
  where data ->> 'programme' is not null;

-- The trajectories, of some routes, that were ever placed in a programme and that one may see; of all
-- programmes where none is named.
create function tijdig.seen_parts(routes text[], programme text)
returns table (number integer, route text, id text)
language plpgsql stable security definer rows 300 set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
  return query
    select t.number, t.route, t.id
    from tijdig.trajectory t
    where t.route = any (seen_parts.routes)
      and (seen_parts.programme is null or t.number in (
        select e.trajectory from tijdig.event e
        where e.data ->> 'programme' = seen_parts.programme))
      and tijdig.sees(t.number)
    order by t.route, t.id;
end
$$;

revoke execute on function tijdig.seen_parts(text[], text) from public;
grant execute on function tijdig.seen_parts(text[], text) to tijdig_app;
