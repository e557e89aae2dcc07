import type { TestDatabase } from './test-database.ts'

/** Only a test may empty a log, and only as the owner with all guards down. */
export async function emptyLog(database: TestDatabase): Promise<void> {
  await database.asOwner(`
    set session_replication_role = 'replica';
    delete from tijdig.event;
    delete from tijdig.trajectory;
    delete from tijdig.supersession;
    delete from tijdig.awaited_event;
    delete from tijdig.current_fact;
    delete from tijdig.route_total;
    delete from tijdig.audience;
    delete from tijdig.trajectory_party;
    delete from tijdig.trajectory_share;
    delete from tijdig.trajectory_line;
    delete from tijdig.trajectory_filter;
    delete from tijdig.trajectory_count;
    delete from tijdig.trajectory_search;
    delete from tijdig.search_count;
    delete from tijdig.audience_total;
    delete from tijdig.work_line;
    delete from tijdig.work_count;
    delete from tijdig.work_month;
    update tijdig.log set position = 0, trajectories = 0,
      hash = sha256(convert_to(identity::text, 'UTF8'))`)
}
