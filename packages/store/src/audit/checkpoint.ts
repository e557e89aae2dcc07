import { createHash } from 'node:crypto'
import type { ClientBase, Pool } from 'pg'

/** The chains in which is written now are 1 up to this; 0 is the one of before there were more. */
export const CHAINS = 16

/** Where one chain ended. */
export interface ChainEnd {
  readonly chain: number
  readonly position: number
  /** SHA-256 in hex. */
  readonly hash: string
}

/** The ends of the chains at some moment, to be lodged where nobody of here can change them. */
export interface AuditCheckpoint {
  /** Whose chains: those of another database are others. */
  readonly identity: string
  /** ISO 8601. */
  readonly at: string
  /** SHA-256 in hex over identity and chains: one thing to compare for people. */
  readonly hash: string
  /** One for each chain, in their order; of before there were more only chain 0. */
  readonly chains: readonly ChainEnd[]
}

/** How a record is called: as it says itself. Those of chain 0 have no other chain beside them. */
export function recordNumber(chain: number, position: number): string {
  return chain === 0 ? String(position) : `${chain}-${position}`
}

/** Over the ends as lines of `chain position hash`, after the identity: to be done by anybody. */
export function hashOfEnds(identity: string, chains: readonly ChainEnd[]): string {
  const lines = chains.map(({ chain, position, hash }) => `${chain} ${position} ${hash}\n`)
  return createHash('sha256')
    .update(`${identity}\n${lines.join('')}`)
    .digest('hex')
}

export interface EndRow {
  readonly identity: string
  readonly chain: number
  readonly position: string
  readonly hash: string
  readonly at: string
}

/** @param rows Of all chains, in their order. */
export function checkpointOf(rows: readonly EndRow[]): AuditCheckpoint {
  const [first] = rows
  if (!first) throw new Error('the audit has no head')
  const { identity, at } = first
  const chains = rows.map(({ chain, position, hash }) => ({
    chain,
    position: Number(position),
    hash,
  }))
  return { identity, at, hash: hashOfEnds(identity, chains), chains }
}

/** Where the heads say that the chains end. */
export async function readCheckpoint(client: Pool | ClientBase): Promise<AuditCheckpoint> {
  const { rows } = await client.query<EndRow>(
    `select identity, chain, position, encode(hash, 'hex') as hash,
      to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
    from tijdig.audit_head order by chain`,
  )
  return checkpointOf(rows)
}
