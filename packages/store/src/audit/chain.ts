import { createHash } from 'node:crypto'
import type { Pool } from 'pg'

/** The end of the chain at some moment, to be lodged where nobody of here can change it. */
export interface AuditCheckpoint {
  /** Which chain: that of another database is another. */
  readonly identity: string
  readonly position: number
  /** SHA-256 in hex. */
  readonly hash: string
  /** ISO 8601. */
  readonly at: string
}

/**
 * `changed`: what the record says, or its hash. `removed`: the record that should stand at
 * `position` is nowhere. `added`: another record carries the same number already. `reordered`: the
 * one that should stand there stands elsewhere. `rewritten`: up to a lodged checkpoint the chain is
 * whole, and another than was lodged. `other-chain`: the checkpoint is of another database.
 */
type AuditFault = 'changed' | 'removed' | 'added' | 'reordered' | 'rewritten' | 'other-chain'

export type AuditVerdict =
  | { readonly intact: true; readonly records: number; readonly hash: string }
  | { readonly intact: false; readonly fault: AuditFault; readonly position: number }

interface Row {
  readonly position: number
  readonly number: number | null
  readonly text: string
  readonly hash: string
}

const BATCH = 5_000

/** Where the head says that the chain ends. */
export async function readCheckpoint(pool: Pool): Promise<AuditCheckpoint> {
  const { rows } = await pool.query<AuditCheckpoint & { readonly position: string }>(
    `select identity, position, encode(hash, 'hex') as hash,
      to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
    from tijdig.audit_head`,
  )
  const head = rows[0]
  if (!head) throw new Error('the audit has no head')
  return { ...head, position: Number(head.position) }
}

/**
 * Calculates the chain again, here and not in the database, and compares it with its head and with
 * checkpoints that were lodged elsewhere; names the first record that is not as it was written.
 */
export async function verifyAudit(
  pool: Pool,
  lodged: readonly AuditCheckpoint[] = [],
): Promise<AuditVerdict> {
  const head = await readCheckpoint(pool)
  const strange = lodged.find(({ identity }) => identity !== head.identity)
  if (strange) return { intact: false, fault: 'other-chain', position: strange.position }
  const hashes = new Map(lodged.map(({ position, hash }) => [position, hash]))
  let hash = sha256(Buffer.from(head.identity))
  let position = 0
  const differs = () => (hashes.get(position) ?? hash.toString('hex')) !== hash.toString('hex')
  if (differs()) return { intact: false, fault: 'rewritten', position }
  for await (const row of readRows(pool, head.position)) {
    position++
    if (row.position !== position) return { intact: false, fault: 'removed', position }
    hash = sha256(hash, Buffer.from(row.text))
    if (row.number !== position || row.hash !== hash.toString('hex')) {
      return { intact: false, fault: await findFault(pool, position, row), position }
    }
    if (differs()) return { intact: false, fault: 'rewritten', position }
  }
  const added = await pool.query('select from tijdig.audit where position > $1 limit 1', [
    head.position,
  ])
  // A head that moved while was read is no fault: what it then stood at was read.
  if (added.rowCount !== 0 && (await readCheckpoint(pool)).position === head.position) {
    return { intact: false, fault: 'added', position: head.position + 1 }
  }
  const most = Math.max(head.position, ...hashes.keys())
  if (position < most) return { intact: false, fault: 'removed', position: position + 1 }
  if (hash.toString('hex') !== head.hash) return { intact: false, fault: 'changed', position }
  return { intact: true, records: position, hash: head.hash }
}

/** Every record carries its own number: by that is seen what happened to one that does not fit. */
async function findFault(pool: Pool, position: number, { number }: Row): Promise<AuditFault> {
  const { rows } = await pool.query<{ expected: number; same: number }>(
    `select count(*) filter (where n = $1)::int as expected, count(*) filter (where n = $2)::int as same
    from (select record -> 'event' ->> 'EventID' as n from tijdig.audit) a`,
    [String(position), String(number)],
  )
  const { expected = 0, same = 0 } = rows[0] ?? {}
  if (same > 1 || expected > 1) return 'added'
  if (number === position) return 'changed'
  if (number === null) return 'changed'
  return expected === 0 ? 'removed' : 'reordered'
}

async function* readRows(pool: Pool, upTo: number): AsyncGenerator<Row> {
  for (let after = 0; ; ) {
    const { rows } = await pool.query<{
      position: string
      number: string | null
      text: string
      hash: string
    }>(
      `select position, record -> 'event' ->> 'EventID' as number, encode(hash, 'hex') as hash,
        to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || chr(10) || record::text as text
      from tijdig.audit where position > $1 and position <= $2 order by position limit ${BATCH}`,
      [after, upTo],
    )
    for (const row of rows) {
      const number = row.number === null ? null : Number(row.number)
      yield { ...row, position: Number(row.position), number }
    }
    const last = rows.at(-1)
    if (!last) return
    after = Number(last.position)
  }
}

function sha256(...parts: readonly Buffer[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
