import { type Day, formatDay } from '@tijdig/core'
import type { Pool, PoolClient } from 'pg'
import type { Digest, DigestTerm } from './digest.ts'

/**
 * `sent`: now. `sent-before`: somebody did. `past`: it is of another day, or its person left or
 * wants no mail any more. `busy`: somebody else is sending it.
 */
export type Delivered = 'sent' | 'sent-before' | 'past' | 'busy'

interface Row {
  readonly name: string
  readonly email: string
  readonly terms: readonly DigestTerm[]
  readonly was_sent: boolean
  readonly is_past: boolean
}

export async function deliver(
  pool: Pool,
  id: string,
  today: Day,
  send: (digest: Digest) => Promise<void>,
): Promise<Delivered> {
  const client = await pool.connect()
  let broken = true
  try {
    await client.query('begin')
    const delivered = await deliverWith(client, id, today, send)
    await client.query('commit')
    broken = false
    return delivered
  } finally {
    // Whoever holds the row no longer works on it, also where this program was killed.
    client.release(broken)
  }
}

async function deliverWith(
  client: PoolClient,
  id: string,
  today: Day,
  send: (digest: Digest) => Promise<void>,
): Promise<Delivered> {
  const { rows } = await client.query<Row>(
    `select p.name, p.email, d.terms, d.sent_at is not null as was_sent,
      d.day <> $2::date or p.ended_at is not null or exists (
        select from tijdig.reminder_choice c where c.person = p.id and not c.by_mail) as is_past
    from tijdig.digest d join tijdig.person p on p.id = d.person
    where d.id = $1 for update of d skip locked`,
    [id, formatDay(today)],
  )
  const row = rows[0]
  if (!row) return (await isThere(client, id)) ? 'busy' : 'past'
  if (row.was_sent) return 'sent-before'
  if (row.is_past) return 'past'
  await send({ id, day: today, name: row.name, email: row.email, terms: row.terms })
  await client.query('update tijdig.digest set sent_at = clock_timestamp() where id = $1', [id])
  return 'sent'
}

async function isThere(client: PoolClient, id: string): Promise<boolean> {
  const { rowCount } = await client.query('select from tijdig.digest where id = $1', [id])
  return rowCount === 1
}
