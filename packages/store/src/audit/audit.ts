import { Kysely, PostgresDialect, sql } from 'kysely'
import type { Pool } from 'pg'
import { inSession } from '../access/session.ts'
import type { Schema } from '../database/schema.ts'
import { type AuditEntry, auditValues } from './audit-entry.ts'
import { type AuditVerdict, verifyAudit } from './chain.ts'
import { type AuditCheckpoint, readCheckpoint } from './checkpoint.ts'
import { type AuditPage, type AuditQuery, readAudit, readOwnCheckpoint } from './read-audit.ts'
import { told } from './told.ts'
import { findUnusual, type Unusual } from './unusual.ts'

/** Who looked at what and who did what: chains of records that only grow. */
export interface Audit {
  /**
   * Writes what changed nothing here; what did is told with its change. The session may be over;
   * false, and no record, where it never was one.
   */
  write(session: string, address: string | undefined, entry: AuditEntry): Promise<boolean>
  /** Writes what was refused to somebody who is not known. */
  writeUnknown(address: string | undefined, entry: AuditEntry): Promise<void>
  /** Writes what the program did itself, on behalf of nobody who signed in. */
  writeOwn(name: string, entry: AuditEntry): Promise<void>
  /** What an auditor may read of it; that it was read is a record too. */
  read(session: string, address: string | undefined, query: AuditQuery): Promise<AuditPage>
  /** What an auditor should look at, of the last thirty days. */
  unusual(session: string, address: string | undefined): Promise<readonly Unusual[]>
  /** The ends of the chains, for an auditor. */
  auditorCheckpoint(session: string, address: string | undefined): Promise<AuditCheckpoint>
  checkpoint(): Promise<AuditCheckpoint>
  verify(lodged?: readonly AuditCheckpoint[]): Promise<AuditVerdict>
}

export function openAudit(pool: Pool, actors: Kysely<Schema>): Audit {
  const asAuditor = <T>(
    session: string,
    address: string | undefined,
    entry: Omit<AuditEntry, 'kind' | 'outcome'>,
    read: (connection: Kysely<Schema>) => Promise<T>,
  ) =>
    told(actors, { session, address }, read, () => ({ ...entry, kind: 'audit', outcome: 'done' }))
  const system = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return {
    write: (session, address, entry) =>
      inSession(actors, session, 'read write', async (connection) => {
        const values = sql.join(auditValues(entry, address))
        const { rows } = await sql<{ position: string | null }>`
          select tijdig.write_audit(${values}) as position`.execute(connection)
        return rows[0]?.position !== null
      }),
    async writeUnknown(address, entry) {
      const values = sql.join(auditValues(entry, address))
      await sql`select tijdig.write_unknown_audit(${values})`.execute(system)
    },
    writeOwn: (program, entry) => told(system, { program }, nothing, () => entry),
    read(session, address, query) {
      const { route, trajectory, ...asked } = query
      return asAuditor(session, address, { route, trajectory, detail: asked }, (connection) =>
        readAudit(connection, query),
      )
    },
    unusual: (session, address) =>
      asAuditor(session, address, { detail: { what: 'unusual' } }, findUnusual),
    auditorCheckpoint: (session, address) =>
      asAuditor(session, address, { detail: { what: 'checkpoint' } }, readOwnCheckpoint),
    checkpoint: () => readCheckpoint(pool),
    verify: (lodged) => verifyAudit(pool, lodged),
  }
}

async function nothing(): Promise<void> {}
