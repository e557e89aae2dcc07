import { type FileHandle, open, rm } from 'node:fs/promises'
import type { Line } from '@tijdig/exchange'
import type { ImportError } from './import-source.ts'

/** A line that was refused and why: codes of reading, of core and of the store. */
export interface RejectedLine {
  readonly line: Line
  readonly code: string
  readonly reason: string
}

/** The lines of one source that were refused, with the reason; made at the first of them. */
export class RejectedFile {
  /** Why it could not be written, once that happened. */
  failure: ImportError | undefined
  readonly #wanted: string
  #file: FileHandle | undefined

  constructor(path: string) {
    this.#wanted = path
  }

  /** Null while nothing was refused. */
  get path(): string | null {
    return this.#file ? this.#wanted : null
  }

  /** One of an earlier import would speak of lines that are no longer refused. */
  async removeOld(): Promise<void> {
    await this.#orFail(() => rm(this.#wanted, { force: true }))
  }

  /** Adds the refused lines of a batch, in the order of the source. */
  async write(lines: readonly RejectedLine[]): Promise<void> {
    if (lines.length === 0) return
    const sorted = [...lines].sort((a, b) => a.line.number - b.line.number)
    const text = sorted.map(({ line, code, reason }) => {
      return `${JSON.stringify({ line: line.number, code, reason, content: line.text })}\n`
    })
    await this.#orFail(async () => {
      this.#file ??= await open(this.#wanted, 'w')
      await this.#file.appendFile(text.join(''))
    })
  }

  async close(): Promise<void> {
    await this.#file?.close()
  }

  async #orFail(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.failure = {
        code: 'rejected-not-writable',
        reason: `De geweigerde regels zijn niet te schrijven naar ${this.#wanted}. Geef rechten op die map en probeer het nog eens; wat al binnen is blijft.`,
        detail: (error as Error).message,
      }
      throw error
    }
  }
}
