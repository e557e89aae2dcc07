import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import { inSession } from '../access/session.ts'
import type { Schema } from '../database/schema.ts'
import { type AuditEntry, auditValues, writeAudit } from './audit-entry.ts'
import { type AuditCheckpoint, type AuditVerdict, readCheckpoint, verifyAudit } from './chain.ts'
import { type AuditPage, type AuditQuery, readAudit, readOwnCheckpoint } from './read-audit.ts'
import { findUnusual, type Unusual } from './unusual.ts'

/** Who looked at what and who did what: a chain of records that only grows. */
export interface Audit {
  /** Writes that somebody did something, whose session may have ended just now. */
  write(session: string, address: string | undefined, entry: AuditEntry): Promise<void>
  /** Writes what the program did itself, on behalf of nobody who signed in. */
  writeOwn(name: string, entry: AuditEntry): Promise<void>
  /** What an auditor may read of it; that it was read is a record too. */
  read(session: string, address: string | undefined, query: AuditQuery): Promise<AuditPage>
  /** What an auditor should look at, of the last thirty days. */
  unusual(session: string, address: string | undefined): Promise<readonly Unusual[]>
  /** The end of the chain, for an auditor. */
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
    inSession(actors, session, 'read write', async (connection) => {
      const found = await read(connection)
      await writeAudit(connection, { ...entry, kind: 'audit', outcome: 'done' }, address)
      return found
    })
  return {
    write: (session, address, entry) =>
      inSession(actors, session, 'read write', (connection) =>
        writeAudit(connection, entry, address),
      ),
    async writeOwn(name, entry) {
      await pool.query(
        'select tijdig.write_system_audit($1, $2, $3, $4, $5, $6)',
        auditValues(entry, name),
      )
    },
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
