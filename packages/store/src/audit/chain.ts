import { createHash } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import {
  type AuditCheckpoint,
  CHAINS,
  type ChainEnd,
  readCheckpoint,
  recordNumber,
} from './checkpoint.ts'

/**
 * `changed`: what the record says, or its hash. `removed`: the record that should stand at that
 * place is nowhere. `added`: another record carries the same number already, or it stands where no
 * chain goes. `reordered`: the one that should stand there stands elsewhere, also in another chain.
 * `rewritten`: up to a lodged checkpoint the chain is whole, and another than was lodged.
 * `chain-removed`, `chain-added`: the head of a whole chain. `other-chain`: the checkpoint is of
 * another database.
 */
type AuditFault =
  | 'changed'
  | 'removed'
  | 'added'
  | 'reordered'
  | 'rewritten'
  | 'chain-removed'
  | 'chain-added'
  | 'other-chain'

export type AuditVerdict =
  | { readonly intact: true; readonly records: number; readonly hash: string }
  | {
      readonly intact: false
      readonly fault: AuditFault
      /** The number of the record; of a whole chain that of the chain. */
      readonly record: string
    }

interface Row {
  readonly position: number
  readonly number: string | null
  readonly text: string
  readonly hash: string
}

const BATCH = 5_000

/**
 * Calculates the chains again, here and not in the database, and compares them with their heads and
 * with checkpoints that were lodged elsewhere; names the first record that is not as it was written.
 * All of it at one moment, while others go on writing.
 */
export async function verifyAudit(
  pool: Pool,
  lodged: readonly AuditCheckpoint[] = [],
): Promise<AuditVerdict> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin isolation level repeatable read read only')
    return await verifySnapshot(client, lodged)
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error))
    throw error
  } finally {
    if (broken === undefined) await client.query('rollback')
    client.release(broken)
  }
}

async function verifySnapshot(
  client: PoolClient,
  lodged: readonly AuditCheckpoint[],
): Promise<AuditVerdict> {
  const { identity, chains, hash } = await readCheckpoint(client)
  const strange = lodged.find((one) => one.identity !== identity)
  if (strange) return fault('other-chain', strange.identity)
  for (let chain = 0; chain <= CHAINS; chain++) {
    const head = chains.find((one) => one.chain === chain)
    if (!head) return fault('chain-removed', String(chain))
    const ends = lodged.flatMap((one) => one.chains.filter((end) => end.chain === chain))
    const wrong = await verifyChain(client, identity, head, ends)
    if (wrong) return wrong
  }
  const strangeHead = chains.find(({ chain }) => chain < 0 || chain > CHAINS)
  if (strangeHead) return fault('chain-added', String(strangeHead.chain))
  const { rows } = await client.query<{ chain: number; position: string }>(
    'select chain, position from tijdig.audit where not chain between 0 and $1 order by 1, 2 limit 1',
    [CHAINS],
  )
  const [outside] = rows
  if (outside) return fault('added', recordNumber(outside.chain, Number(outside.position)))
  return { intact: true, records: chains.reduce((sum, end) => sum + end.position, 0), hash }
}

async function verifyChain(
  client: PoolClient,
  identity: string,
  head: ChainEnd,
  lodged: readonly ChainEnd[],
): Promise<AuditVerdict | undefined> {
  const { chain } = head
  const numberAt = (position: number) => recordNumber(chain, position)
  let hash = sha256(Buffer.from(chain === 0 ? identity : `${identity}-${chain}`))
  let position = 0
  const differs = () =>
    lodged.some((end) => end.position === position && end.hash !== hash.toString('hex'))
  if (differs()) return fault('rewritten', numberAt(0))
  for await (const row of readRows(client, chain)) {
    if (row.position < 1) return fault('added', numberAt(row.position))
    position++
    const number = numberAt(position)
    if (position > head.position) {
      return fault(await findFaultPastEnd(client, number, row), numberAt(row.position))
    }
    if (row.position !== position) return fault(await findGap(client, number), number)
    hash = sha256(hash, Buffer.from(row.text))
    if (row.number !== number || row.hash !== hash.toString('hex')) {
      return fault(await findFault(client, number, row), number)
    }
    if (differs()) return fault('rewritten', number)
  }
  const most = Math.max(head.position, ...lodged.map((end) => end.position))
  if (position < most) {
    const number = numberAt(position + 1)
    return fault(await findGap(client, number), number)
  }
  return hash.toString('hex') === head.hash ? undefined : fault('changed', numberAt(position))
}

function fault(kind: AuditFault, record: string): AuditVerdict {
  return { intact: false, fault: kind, record }
}

/** Every record carries its own number: by that is seen what happened to one that does not fit. */
async function findFault(client: PoolClient, expected: string, { number }: Row) {
  const [there, same] = await countNumbers(client, expected, number ?? '')
  if (same > 1 || there > 1) return 'added'
  if (number === expected || number === null) return 'changed'
  // One of another chain was brought here, whatever became of the one that stood here.
  return there === 0 && chainOf(number) === chainOf(expected) ? 'removed' : 'reordered'
}

function chainOf(number: string): string {
  return number.includes('-') ? (number.split('-')[0] as string) : '0'
}

/** Where no record stands: it may stand elsewhere. */
async function findGap(client: PoolClient, expected: string) {
  const [there] = await countNumbers(client, expected, expected)
  return there === 0 ? 'removed' : 'reordered'
}

/** A record after the end: one that was moved there stands nowhere else. */
async function findFaultPastEnd(client: PoolClient, expected: string, { number }: Row) {
  const [, same] = await countNumbers(client, expected, number ?? '')
  return number === null || number === expected || same > 1 ? 'added' : 'reordered'
}

async function countNumbers(client: PoolClient, ...numbers: [string, string]) {
  const { rows } = await client.query<{ one: number; other: number }>(
    `select count(*) filter (where n = $1)::int as one, count(*) filter (where n = $2)::int as other
    from (select record -> 'event' ->> 'EventID' as n from tijdig.audit) a`,
    numbers,
  )
  return [rows[0]?.one ?? 0, rows[0]?.other ?? 0] as const
}

/** Also what stands past the end, or before the beginning. */
async function* readRows(client: PoolClient, chain: number): AsyncGenerator<Row> {
  for (let after: string | null = null; ; ) {
    const { rows }: { rows: (Omit<Row, 'position'> & { readonly position: string })[] } =
      await client.query(
        `select position, record -> 'event' ->> 'EventID' as number, encode(hash, 'hex') as hash,
          to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || chr(10) || record::text as text
        from tijdig.audit where chain = $1 and ($2::bigint is null or position > $2)
        order by position limit ${BATCH}`,
        [chain, after],
      )
    for (const row of rows) yield { ...row, position: Number(row.position) }
    const last = rows.at(-1)
    if (!last) return
    after = last.position
  }
}

function sha256(...parts: readonly Buffer[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
