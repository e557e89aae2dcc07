import type { AuditCheckpoint } from '@tijdig/store'
import { derivedTables } from '../../../../../packages/store/src/testing/derived-tables.ts'
import type { House } from '../../house/house.ts'
import { type CrashLedger, traceKey } from './crash-ledger.ts'
import { withHouse } from './with-house.ts'

/** Of events that came in by a file and not by somebody who was asked. */
export const IMPORTED = 'import-'

/** What was seen of the log and the audit before, so that it can be told that nothing of it moved. */
export class CrashEvidence {
  readonly #heads: { readonly position: number; readonly hash: string }[] = []
  readonly #checkpoints: AuditCheckpoint[] = []

  /**
   * Compares what is in the database with what was acknowledged: every fault as a sentence. While
   * nobody asks anything.
   */
  async examine(dataFolder: string, ledger: CrashLedger): Promise<string[]> {
    return withHouse(dataFolder, async (house) => [
      ...(await this.#examineLog(house, ledger)),
      ...(await this.#examineAudit(house, ledger)),
      ...(await leftLocks(house)),
    ])
  }

  async #examineLog({ store }: House, ledger: CrashLedger): Promise<string[]> {
    const faults: string[] = []
    const { position, hash } = await store.head()
    const verdict = await store.verifyChain(position)
    if (!verdict.intact) faults.push(`the log: ${JSON.stringify(verdict)}`)
    for (const before of this.#heads) {
      const now = await store.headAt(before.position)
      if (now?.hash !== before.hash) faults.push(`the log up to ${before.position} is another`)
    }
    this.#heads.push({ position, hash })
    const inLog = new Set<string>()
    const opened = new Set<string>()
    let expected = 0
    for await (const batch of store.readLog({})) {
      for (const { position: at, id, trajectory } of batch) {
        if (at !== ++expected) faults.push(`position ${expected} is not in the log`)
        inLog.add(id)
        opened.add(trajectory)
      }
    }
    return [
      ...faults,
      ...missing(ledger.events, inLog).map((id) => `event ${id} was acknowledged and is gone`),
      ...missing(ledger.trajectories, opened).map((id) => `trajectory ${id} is gone`),
    ]
  }

  async #examineAudit({ store, database: { pool } }: House, ledger: CrashLedger) {
    const faults: string[] = []
    const verdict = await store.audit.verify(this.#checkpoints)
    if (!verdict.intact) faults.push(`the audit: ${JSON.stringify(verdict)}`)
    this.#checkpoints.push(await store.audit.checkpoint())
    const { rows } = await pool.query<{ who: string; kind: string; id: string; count: number }>(
      `select record -> 'user' ->> 'UserName' as who,
        record -> 'event' ->> 'EventTypeCode' as kind,
        case when record -> 'participantObject' -> 0 ->> 'ParticipantObjectTypeCode' = '1'
          and record -> 'event' ->> 'EventTypeCode' not in ('list', 'figures')
          then record -> 'participantObject' -> 0 ->> 'ParticipantObjectID' end as id,
        count(*)::int as count
      from tijdig.audit group by 1, 2, 3`,
    )
    const found = new Map(rows.map(({ who, kind, id, count }) => [traceKey(who, kind, id), count]))
    faults.push(...ledger.compare(found))
    // Acknowledged or not: what somebody recorded stands in both, or in neither.
    const { rows: odd } = await pool.query<{ id: string }>(
      `with told as (
        select e.value ->> 'id' as id from tijdig.audit a,
          jsonb_path_query(a.record, '$.participantObject[*].ParticipantObjectDetail.events[*]') e(value)
        where a.record -> 'event' ->> 'EventTypeCode' = 'record'),
      recorded as (select id from tijdig.event where id not like '${IMPORTED}%')
      select id from told full join recorded using (id)
      group by id having count(*) <> 1 or bool_or(told.id is null) or bool_or(recorded.id is null)`,
    )
    return [...faults, ...odd.map(({ id }) => `event ${id} is not once in both log and audit`)]
  }
}

/** Whether what holds now, in all its tables, is what folding the whole log anew gives. */
export function foldAnew(dataFolder: string): Promise<{ before: object; anew: object }> {
  return withHouse(dataFolder, async ({ store, database: { pool } }) => {
    const tables = () => derivedTables(async (sql) => (await pool.query(sql)).rows)
    const before = await tables()
    await store.rebuildCurrentFacts()
    return { before, anew: await tables() }
  })
}

/** Beside the server's own two and ours nobody holds a lock that outlives a query. */
async function leftLocks({ database: { pool } }: House): Promise<string[]> {
  const { rows } = await pool.query<{ what: string }>(
    `select l.locktype || ' of ' || coalesce(a.application_name, '?') as what
    from pg_locks l left join pg_stat_activity a using (pid)
    where l.locktype in ('advisory', 'transactionid') and l.granted order by 1`,
  )
  const held = rows.map(({ what }) => what)
  const expected = [
    'advisory of tijdig server keeper',
    'advisory of tijdig server keeper',
    'advisory of tijdig tool keeper',
  ]
  return held.join() === expected.join() ? [] : [`locks: ${held.join(', ')}`]
}

function missing(wanted: ReadonlySet<string>, found: ReadonlySet<string>): string[] {
  return [...wanted].filter((id) => !found.has(id))
}
