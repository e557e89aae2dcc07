import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Day, Moment } from '@tijdig/core'
import type { ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { toPostgresDay, writePostgresMoment } from './postgres-time.ts'

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
const FIRST_SIZE = 1 << 12
const LARGEST_KEPT = 1 << 25
const TEXT_OID = 25

/** Rows in PostgreSQL's binary COPY format, built up in memory: the quickest way in. */
export class CopyWriter {
  #buffer = Buffer.allocUnsafe(FIRST_SIZE)
  #length = SIGNATURE.copy(this.#buffer)
  rows = 0

  row(columns: number): void {
    this.#room(2)
    this.#length = this.#buffer.writeInt16BE(columns, this.#length)
    this.rows++
  }

  null(): void {
    this.#room(4)
    this.#length = this.#buffer.writeInt32BE(-1, this.#length)
  }

  integer(value: number): void {
    this.#room(8)
    const at = this.#buffer.writeInt32BE(4, this.#length)
    this.#length = this.#buffer.writeInt32BE(value, at)
  }

  bigint(value: number): void {
    this.#room(12)
    let at = this.#buffer.writeInt32BE(8, this.#length)
    at = this.#buffer.writeInt32BE(Math.floor(value / 0x1_0000_0000), at)
    this.#length = this.#buffer.writeUInt32BE(value >>> 0, at)
  }

  day(value: Day | null): void {
    if (value === null) this.null()
    else this.integer(toPostgresDay(value))
  }

  moment(value: Moment): void {
    this.#room(12)
    const at = this.#buffer.writeInt32BE(8, this.#length)
    this.#length = writePostgresMoment(this.#buffer, at, value)
  }

  text(value: string): void {
    // Three bytes hold any UTF-16 unit: room without counting twice.
    this.#room(4 + value.length * 3)
    const written = this.#buffer.write(value, this.#length + 4)
    this.#buffer.writeInt32BE(written, this.#length)
    this.#length += 4 + written
  }

  json(value: string): void {
    this.#room(5 + value.length * 3)
    const written = this.#buffer.write(value, this.#length + 5)
    this.#buffer.writeInt32BE(written + 1, this.#length)
    // The version of the form in which jsonb is sent.
    this.#buffer[this.#length + 4] = 1
    this.#length += 5 + written
  }

  bytes(value: Uint8Array): void {
    this.#room(4 + value.length)
    const at = this.#buffer.writeInt32BE(value.length, this.#length)
    this.#buffer.set(value, at)
    this.#length = at + value.length
  }

  texts(values: readonly string[]): void {
    this.#room(24)
    const start = this.#length
    let at = this.#buffer.writeInt32BE(1, start + 4)
    at = this.#buffer.writeInt32BE(0, at)
    at = this.#buffer.writeInt32BE(TEXT_OID, at)
    at = this.#buffer.writeInt32BE(values.length, at)
    this.#length = this.#buffer.writeInt32BE(1, at)
    for (const value of values) this.text(value)
    this.#buffer.writeInt32BE(this.#length - start - 4, start)
  }

  /** Sends the rows to a table; the writer is empty after. */
  async send(client: ClientBase, target: string): Promise<void> {
    if (this.rows === 0) return
    this.#room(2)
    this.#length = this.#buffer.writeInt16BE(-1, this.#length)
    const rows = this.#buffer.subarray(0, this.#length)
    await pipeline(
      Readable.from(pieces(rows)),
      client.query(copyFrom(`copy ${target} from stdin (format binary)`)),
    )
    this.forget()
  }

  /** Empties the writer; its memory is used again for a next batch, unless that one was far larger. */
  forget(): void {
    if (this.#buffer.length > LARGEST_KEPT) this.#buffer = Buffer.allocUnsafe(FIRST_SIZE)
    this.#length = SIGNATURE.copy(this.#buffer)
    this.rows = 0
  }

  #room(bytes: number): void {
    const needed = this.#length + bytes
    if (needed <= this.#buffer.length) return
    const larger = Buffer.allocUnsafe(Math.max(needed, this.#buffer.length * 2))
    this.#buffer.copy(larger, 0, 0, this.#length)
    this.#buffer = larger
  }
}

function* pieces(rows: Buffer): Generator<Buffer> {
  const size = 1 << 18
  for (let at = 0; at < rows.length; at += size) yield rows.subarray(at, at + size)
}
