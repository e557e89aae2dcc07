import type { Day, Moment } from '@tijdig/core'
import type { ClientBase } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { fromPostgresDay, readPostgresMoment } from './postgres-time.ts'

const HEADER = 19

/**
 * Reads the rows of a query in PostgreSQL's binary COPY format, as they arrive.
 * `next` moves to a row; then each column is read once, in order, by its type.
 */
export class CopyReader {
  #buffer: Buffer = Buffer.alloc(0)
  #at = 0

  /** Gives control back for each piece that arrived, with whole rows in it. */
  static async *read(client: ClientBase, query: string): AsyncGenerator<CopyReader> {
    const stream = client.query(copyTo(`copy (${query}) to stdout (format binary)`))
    const reader = new CopyReader()
    let rest: Buffer = Buffer.alloc(0)
    let toSkip = HEADER
    for await (const piece of stream as AsyncIterable<Buffer>) {
      rest = rest.length === 0 ? piece : Buffer.concat([rest, piece])
      if (rest.length < toSkip) continue
      if (toSkip > 0) rest = rest.subarray(toSkip)
      toSkip = 0
      const whole = endOfWholeRows(rest)
      if (whole === 0) continue
      reader.#buffer = rest.subarray(0, whole)
      reader.#at = 0
      rest = rest.subarray(whole)
      yield reader
    }
  }

  /** False at the end of what arrived. */
  next(): boolean {
    if (this.#at + 2 > this.#buffer.length) return false
    const columns = this.#buffer.readInt16BE(this.#at)
    this.#at += 2
    return columns >= 0
  }

  integer(): number {
    const value = this.#buffer.readInt32BE(this.#at + 4)
    this.#at += 8
    return value
  }

  bigint(): number {
    const at = this.#at + 4
    this.#at += 12
    return this.#buffer.readInt32BE(at) * 0x1_0000_0000 + this.#buffer.readUInt32BE(at + 4)
  }

  day(): Day {
    return fromPostgresDay(this.integer())
  }

  dayOrNull(): Day | null {
    return this.#isNull() ? null : this.day()
  }

  moment(): Moment {
    const value = readPostgresMoment(this.#buffer, this.#at + 4)
    this.#at += 12
    return value
  }

  text(): string {
    const length = this.#buffer.readInt32BE(this.#at)
    const start = this.#at + 4
    this.#at = start + length
    return this.#buffer.toString('utf8', start, start + length)
  }

  textOrNull(): string | null {
    return this.#isNull() ? null : this.text()
  }

  /** Bytes, in hex. */
  hex(): string {
    const length = this.#buffer.readInt32BE(this.#at)
    const start = this.#at + 4
    this.#at = start + length
    return this.#buffer.toString('hex', start, start + length)
  }

  #isNull(): boolean {
    if (this.#buffer.readInt32BE(this.#at) !== -1) return false
    this.#at += 4
    return true
  }
}

/** Where the last row that arrived in full ends. */
function endOfWholeRows(buffer: Buffer): number {
  let end = 0
  let at = 0
  for (;;) {
    if (at + 2 > buffer.length) return end
    const columns = buffer.readInt16BE(at)
    at += 2
    for (let column = 0; column < columns; column++) {
      if (at + 4 > buffer.length) return end
      const length = buffer.readInt32BE(at)
      at += 4 + Math.max(length, 0)
      if (at > buffer.length) return end
    }
    end = at
  }
}
