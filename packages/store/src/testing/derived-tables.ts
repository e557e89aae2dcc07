const TABLES = {
  current_fact: 'trajectory, fact, key',
  trajectory_party: 'number, organisation',
  trajectory_share: 'number, organisation',
  trajectory_line: 'number, audience',
  trajectory_filter: 'number, audience, attribute, value',
  trajectory_search: 'number, audience',
  work_line: 'number, audience, fact',
  route_total: 'route',
}

/** Everything that is derived from the log, as it stands in the tables. */
export async function derivedTables(
  ask: (sql: string) => Promise<unknown[]>,
): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {}
  for (const [table, order] of Object.entries(TABLES)) {
    found[table] = await ask(`select * from tijdig.${table} order by ${order}`)
  }
  // A count of none is as good as no count; an audience that has nothing left, as none.
  found.audience = await ask(`select * from tijdig.audience a
    where exists (select from tijdig.trajectory_party p where p.audience = a.name) order by name`)
  found.search_count = await ask(
    'select * from tijdig.search_count where trajectories <> 0 order by 1, 2',
  )
  found.audience_total = await ask(
    'select * from tijdig.audience_total where last_valid_on is not null order by 1',
  )
  found.work_count = await ask(
    'select * from tijdig.work_count where terms <> 0 order by 1, 2, 3, 4',
  )
  found.work_month = await ask(
    'select * from tijdig.work_month where terms <> 0 order by 1, 2, 3, 4',
  )
  found.trajectory_count = await ask(
    'select * from tijdig.trajectory_count where trajectories <> 0 order by 1, 2, 3, 4',
  )
  return found
}
