-- What an organisation delivers each month to another: a publication of its own figures, one for
-- each month, for who delivers it and who gets it and nobody else.

create table tijdig.delivery (
  number integer primary key references tijdig.publication,
  -- `jbjr.monthly`
  code text collate "C" not null,
  route text collate "C" not null,
  institution text collate "C" not null,
  receiver text collate "C" not null,
  -- `2023-03`
  month text collate "C" not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  -- The delivery before it, and how many figures of that one have become others since. Null: the first.
  compared_with integer references tijdig.delivery,
  changed integer,
  check ((compared_with is null) = (changed is null)),
  -- However many servers there are, and wherever one is killed: one a month.
  unique (code, institution, month)
);

create trigger append_only before update or delete or truncate on tijdig.delivery
  for each statement execute function tijdig.refuse_change();

-- That a month could not be delivered yet; gone once it is.
create table tijdig.delivery_failure (
  code text collate "C" not null,
  route text collate "C" not null,
  institution text collate "C" not null,
  receiver text collate "C" not null,
  month text collate "C" not null,
  tries integer not null,
  failed_at timestamptz not null,
  primary key (code, institution, month)
);

-- Whether whoever acts may see what one organisation delivers to another.
create function tijdig.sees_delivery(route text, institution text, receiver text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
  actor tijdig.actor;
begin
  select * into actor from tijdig.find_actor();
  return actor.organisation is not null
    and tijdig.is_good_for(actor, 'publications')
    and ((actor.organisation = sees_delivery.institution
        and tijdig.allows(actor, sees_delivery.route, 'see-delivery', 'party', '', ''))
      or (actor.organisation = sees_delivery.receiver
        and tijdig.allows(actor, sees_delivery.route, 'see-delivery', 'shared', '', '')));
end
$$;

-- Of any publication: one that was not delivered is for everybody who works here. Past the rows'
-- own security, or a delivery that may not be seen would look like none.
create function tijdig.sees_publication(number integer) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
  found_one tijdig.delivery;
begin
  select * into found_one from tijdig.delivery d where d.number = sees_publication.number;
  if found_one.number is null then
    return tijdig.is_somebody();
  end if;
  return tijdig.sees_delivery(found_one.route, found_one.institution, found_one.receiver);
end
$$;

alter table tijdig.delivery enable row level security;
alter table tijdig.delivery_failure enable row level security;
create policy system on tijdig.delivery to tijdig_system using (true) with check (true);
create policy system on tijdig.delivery_failure to tijdig_system using (true) with check (true);
create policy actor on tijdig.delivery for select to tijdig_app
  using (tijdig.sees_delivery(route, institution, receiver));
create policy actor on tijdig.delivery_failure for select to tijdig_app
  using (tijdig.sees_delivery(route, institution, receiver));

drop policy actor on tijdig.publication;
create policy actor on tijdig.publication for select to tijdig_app
  using (tijdig.sees_publication(number));

grant select, insert on tijdig.delivery to tijdig_system;
grant select, insert, update, delete on tijdig.delivery_failure to tijdig_system;
grant select on tijdig.delivery, tijdig.delivery_failure to tijdig_app;

revoke execute on function
  tijdig.sees_delivery(text, text, text), tijdig.sees_publication(integer)
from public;
grant execute on function
  tijdig.sees_delivery(text, text, text), tijdig.sees_publication(integer)
to tijdig_app;

select tijdig_jobs.create_queue('delivery', '{"policy": "standard"}');
grant select, insert, update, delete on all tables in schema tijdig_jobs to tijdig_system;
