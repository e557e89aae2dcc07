import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Event, err, ok, parseEvent, type Result } from '@tijdig/core'
import { type Line, readLines } from '@tijdig/exchange'
import type { BulkAppender, Store } from '@tijdig/store'
import { type ImportError, openSources, type Source } from './import-source.ts'
import { RejectedFile, type RejectedLine } from './rejected-file.ts'

export interface ImportOrder {
  readonly store: Pick<Store, 'bulkAppender'>
  /** Files of NDJSON, in the order in which they are brought in; `-` is standard input. */
  readonly paths: readonly string[]
  readonly input: AsyncIterable<Uint8Array | string>
  /** Where what standard input brought and was refused is written. */
  readonly workingFolder: string
  /** Told now and then how much is in for good. */
  readonly onProgress?: (progress: ImportProgress) => void
}

interface ImportCounts {
  readonly fresh: number
  readonly alreadyThere: number
  readonly refused: number
}

export interface ImportProgress extends ImportCounts {
  readonly path: string
  readonly bytesRead: number
  /** Null where it cannot be known, as of standard input. */
  readonly bytesTotal: number | null
}

export interface FileReport extends ImportCounts {
  readonly path: string
  /** The file with the refused lines; null when none was refused. */
  readonly rejected: string | null
}

export interface ImportReport extends ImportCounts {
  readonly files: readonly FileReport[]
}

/** So many lines are looked at together. */
const LINES_A_BATCH = 20_000

/** So many batches stand for good together: the most that is done again after a crash. */
const BATCHES_A_COMMIT = 3

/** Who brings in slowly may not keep others from the log for longer than this, in milliseconds. */
const LONGEST_WAIT = 500

/**
 * Brings files of events into the log, as a stream. What was brought in before is passed over,
 * so that an import that was broken off is finished by giving the same order again.
 */
export async function importLog(order: ImportOrder): Promise<Result<ImportReport, ImportError>> {
  const sources = await openSources(order.paths, order.input)
  if (!sources.ok) return sources
  const appender = order.store.bulkAppender()
  const files: FileReport[] = []
  for (const source of sources.value) {
    const file = await importSource(source, appender, order)
    if (!file.ok) return file
    files.push(file.value)
  }
  const sum = (count: (file: FileReport) => number) =>
    files.reduce((total, file) => total + count(file), 0)
  return ok({
    files,
    fresh: sum((file) => file.fresh),
    alreadyThere: sum((file) => file.alreadyThere),
    refused: sum((file) => file.refused),
  })
}

/** `FILE.rejected.ndjson` beside `FILE.ndjson`. */
function rejectedPath(path: string, workingFolder: string): string {
  if (path === '-') return join(workingFolder, 'stdin.rejected.ndjson')
  return join(dirname(path), `${basename(path).replace(/\.ndjson$/i, '')}.rejected.ndjson`)
}

async function importSource(
  source: Source,
  appender: BulkAppender,
  order: ImportOrder,
): Promise<Result<FileReport, ImportError>> {
  const rejected = new RejectedFile(rejectedPath(source.path, order.workingFolder))
  const counts = { fresh: 0, alreadyThere: 0, refused: 0 }
  let uncommitted = 0
  const write = async ({ events, lines, rejections }: Batch) => {
    if (events.length > 0) {
      const result = await appender.append(events)
      counts.fresh += result.fresh
      counts.alreadyThere += result.alreadyThere
      for (const [place, refusal] of result.refusals) {
        rejections.push({ line: lines[place] as Line, ...refusal })
      }
    }
    counts.refused += rejections.length
    await rejected.write(rejections)
    if (++uncommitted === BATCHES_A_COMMIT) await commit()
  }
  const commit = async () => {
    if (uncommitted === 0) return
    uncommitted = 0
    await appender.commit()
    order.onProgress?.({
      path: source.path,
      bytesRead: source.bytesRead(),
      bytesTotal: source.bytesTotal,
      ...counts,
    })
  }
  try {
    await rejected.removeOld()
    const batches = readBatches(source.bytes)
    for (let next = batches.next(); ; ) {
      if (!(await isSoon(next))) await commit()
      const batch = await next
      if (batch.done) break
      // While a batch is written, the next one is read: the database and this program work at once.
      next = batches.next()
      next.catch(() => undefined)
      await write(batch.value)
    }
    await commit()
    return ok({ path: source.path, ...counts, rejected: rejected.path })
  } catch (error) {
    await appender.giveUp()
    const failed = rejected.failure ?? source.failure(error)
    if (failed) return err(failed)
    throw error
  } finally {
    await rejected.close()
    await source.close()
  }
}

async function isSoon(next: Promise<unknown>): Promise<boolean> {
  const waited = new AbortController()
  const tooLong = pause(LONGEST_WAIT, false, { signal: waited.signal }).catch(() => true)
  const soon = await Promise.race([next.then(() => true), tooLong])
  waited.abort()
  return soon
}

/** Events with the lines that they stand on, and the lines on which there is none. */
interface Batch {
  readonly events: Event[]
  readonly lines: Line[]
  readonly rejections: RejectedLine[]
}

async function* readBatches(source: AsyncIterable<Uint8Array>): AsyncGenerator<Batch> {
  let batch: Batch = { events: [], lines: [], rejections: [] }
  for await (const lines of readLines(source)) {
    for (const line of lines) {
      const read = readEvent(line)
      if (read.ok) {
        batch.events.push(read.value)
        batch.lines.push(line)
      } else batch.rejections.push({ line, code: read.error.code, reason: read.error.reason })
    }
    if (batch.events.length + batch.rejections.length < LINES_A_BATCH) continue
    yield batch
    batch = { events: [], lines: [], rejections: [] }
  }
  if (batch.events.length + batch.rejections.length > 0) yield batch
}

const FAULTS: Readonly<Record<string, string>> = {
  'not-utf8': 'De regel is geen UTF-8. Sla het bestand op als UTF-8.',
  'line-too-long': 'De regel is langer dan 1 MiB. Eén gebeurtenis per regel.',
}

function readEvent(line: Line): Result<Event, { code: string; reason: string }> {
  if ('fault' in line) return err({ code: line.fault, reason: FAULTS[line.fault] ?? line.fault })
  let value: unknown
  try {
    value = JSON.parse(line.text)
  } catch {
    return err({ code: 'not-json', reason: 'De regel is geen JSON. Eén gebeurtenis per regel.' })
  }
  return parseEvent(value)
}
