import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Day, Moment } from '@tijdig/core'
import type { ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { toPostgresDay, writePostgresMoment } from './postgres-time.ts'

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
const FIRST_SIZE = 1 << 12
const LARGEST_KEPT = 1 << 25
const LONGEST_PLAIN = 100
const TEXT_OID = 25

/** Rows in PostgreSQL's binary COPY format, built up in memory: the quickest way in. */
export class CopyWriter {
  #buffer = Buffer.allocUnsafe(FIRST_SIZE)
  #view = viewOf(this.#buffer)
  #length = SIGNATURE.copy(this.#buffer)
  rows = 0

  row(columns: number): void {
    this.#room(2)
    this.#view.setInt16(this.#length, columns)
    this.#length += 2
    this.rows++
  }

  null(): void {
    this.#room(4)
    this.#view.setInt32(this.#length, -1)
    this.#length += 4
  }

  integer(value: number): void {
    this.#room(8)
    this.#view.setInt32(this.#length, 4)
    this.#view.setInt32(this.#length + 4, value)
    this.#length += 8
  }

  bigint(value: number): void {
    this.#room(12)
    this.#view.setInt32(this.#length, 8)
    this.#view.setInt32(this.#length + 4, Math.floor(value / 0x1_0000_0000))
    this.#view.setUint32(this.#length + 8, value >>> 0)
    this.#length += 12
  }

  day(value: Day | null): void {
    if (value === null) this.null()
    else this.integer(toPostgresDay(value))
  }

  moment(value: Moment): void {
    this.#room(12)
    this.#view.setInt32(this.#length, 8)
    this.#length = writePostgresMoment(this.#buffer, this.#length + 4, value)
  }

  text(value: string): void {
    this.#room(4 + value.length * 3)
    const written = this.#write(value, this.#length + 4)
    this.#view.setInt32(this.#length, written)
    this.#length += 4 + written
  }

  json(value: string): void {
    this.#room(5 + value.length * 3)
    const written = this.#write(value, this.#length + 5)
    this.#view.setInt32(this.#length, written + 1)
    // The version of the form in which jsonb is sent.
    this.#buffer[this.#length + 4] = 1
    this.#length += 5 + written
  }

  /** Bytes that are given in hex. */
  hex(value: string): void {
    this.#room(4 + value.length / 2)
    const written = this.#buffer.write(value, this.#length + 4, 'hex')
    this.#view.setInt32(this.#length, written)
    this.#length += 4 + written
  }

  texts(values: readonly string[]): void {
    this.#room(24)
    const start = this.#length
    for (const [index, part] of [1, 0, TEXT_OID, values.length, 1].entries()) {
      this.#view.setInt32(start + 4 + 4 * index, part)
    }
    this.#length += 24
    for (const value of values) this.text(value)
    this.#view.setInt32(start, this.#length - start - 4)
  }

  /** Sends the rows to a table; the writer is empty after, also when that failed. */
  async send(client: ClientBase, target: string): Promise<void> {
    if (this.rows === 0) return
    this.#room(2)
    this.#length = this.#buffer.writeInt16BE(-1, this.#length)
    const rows = this.#buffer.subarray(0, this.#length)
    try {
      await pipeline(
        Readable.from(pieces(rows)),
        client.query(copyFrom(`copy ${target} from stdin (format binary)`)),
      )
    } finally {
      this.forget()
    }
  }

  /** Empties the writer; its memory is used again for a next batch, unless that one was far larger. */
  forget(): void {
    if (this.#buffer.length > LARGEST_KEPT) this.#use(Buffer.allocUnsafe(FIRST_SIZE))
    this.#length = SIGNATURE.copy(this.#buffer)
    this.rows = 0
  }

  /** Gives the number of bytes. Three hold any UTF-16 unit: there is room for all. */
  #write(value: string, at: number): number {
    // Most texts are short and plain: a loop is quicker than a call for each.
    const buffer = this.#buffer
    if (value.length <= LONGEST_PLAIN) {
      let index = 0
      for (; index < value.length; index++) {
        const unit = value.charCodeAt(index)
        if (unit > 0x7f) break
        buffer[at + index] = unit
      }
      if (index === value.length) return index
    }
    return buffer.write(value, at)
  }

  #room(bytes: number): void {
    const needed = this.#length + bytes
    if (needed <= this.#buffer.length) return
    const larger = Buffer.allocUnsafe(Math.max(needed, this.#buffer.length * 2))
    this.#buffer.copy(larger, 0, 0, this.#length)
    this.#use(larger)
  }

  #use(buffer: Buffer<ArrayBuffer>): void {
    this.#buffer = buffer
    this.#view = viewOf(buffer)
  }
}

function viewOf(buffer: Buffer): DataView {
  return new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength)
}

function* pieces(rows: Buffer): Generator<Buffer> {
  const size = 1 << 18
  for (let at = 0; at < rows.length; at += size) yield rows.subarray(at, at + size)
}
