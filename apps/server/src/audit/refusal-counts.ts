import type { AuditEntry } from '@tijdig/store'
import type { FastifyError } from 'fastify'
import { isDatabaseAway } from '../api/handle-errors.ts'
import { ServerStopping } from '../api/server-stopping.ts'

interface Refused {
  /** SHA-256 of what was given as proof; null where there was none. */
  readonly session: string | null
  readonly address: string
}

interface Counted extends Refused {
  readonly entry: AuditEntry
  more: number
}

const A_MINUTE = 60_000
/** So many different ones in a minute are written apart; those after them together. */
const MOST = 500

/**
 * Writes refusals that anybody can bring about as often as they like, so that they cannot fill the
 * disk: of each caller and status the first of a minute at once, and one more record with how many
 * came after it when the minute is over.
 */
export class RefusalCounts {
  readonly #write: (refused: Refused, entry: AuditEntry) => Promise<void>
  readonly #report: (error: unknown) => void
  #counted = new Map<string, Counted>()
  #timer: NodeJS.Timeout | undefined

  constructor(
    write: (refused: Refused, entry: AuditEntry) => Promise<void>,
    report: (error: unknown) => void,
  ) {
    this.#write = write
    this.#report = report
  }

  async add(refused: Refused, entry: AuditEntry): Promise<void> {
    const own = JSON.stringify([refused.session ?? refused.address, entry.detail?.status])
    const key = this.#counted.has(own) || this.#counted.size < MOST ? own : ''
    const before = this.#counted.get(key)
    if (before) {
      before.more++
      return
    }
    const counted =
      key === own
        ? { ...refused, entry }
        : { session: null, address: '', entry: { ...entry, detail: { others: true } } }
    this.#counted.set(key, { ...counted, more: 0 })
    this.#timer ??= setTimeout(() => void this.close(), A_MINUTE).unref()
    await this.#try(counted, counted.entry)
  }

  /** Ends the minute: writes how many came after each first one. */
  async close(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const over = [...this.#counted.values()]
    this.#counted = new Map()
    for (const { more, entry, ...refused } of over) {
      if (more > 0) await this.#try(refused, { ...entry, detail: { ...entry.detail, more } })
    }
  }

  async #try(refused: Refused, entry: AuditEntry): Promise<void> {
    try {
      await this.#write(refused, entry)
    } catch (error) {
      const isAway = error instanceof ServerStopping || isDatabaseAway(error as FastifyError)
      if (!isAway) this.#report(error)
    }
  }
}
