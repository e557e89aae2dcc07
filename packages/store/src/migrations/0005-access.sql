-- Who may see what: two roles of the application, and row-level security.

-- What the application did so far, it does as the system; actors begin with nothing.
revoke all on all tables in schema tijdig from tijdig_app;
revoke execute on function tijdig.lock_log() from tijdig_app;
do $$ begin
  execute format('revoke temporary on database %I from tijdig_app, public', current_database());
  execute format('grant temporary on database %I to tijdig_system', current_database());
end $$;

grant select on tijdig.log to tijdig_system;
grant select, insert on tijdig.trajectory, tijdig.event, tijdig.supersession to tijdig_system;
grant select, insert, delete on tijdig.awaited_event to tijdig_system;
grant select, insert, update, delete on
  tijdig.current_fact, tijdig.trajectory_line, tijdig.trajectory_filter,
  tijdig.trajectory_count, tijdig.trajectory_search, tijdig.search_count,
  tijdig.route_total, tijdig.current_definition
to tijdig_system;
grant select, insert on tijdig.publication to tijdig_system;
grant execute on function tijdig.lock_log() to tijdig_system;
