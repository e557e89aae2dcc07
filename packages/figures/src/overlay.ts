import {
  END_OF_TIME,
  type Event,
  type FoldPlan,
  fold,
  type Knowledge,
  type LogSource,
  type Moment,
  type RecordedEvent,
  readEvents,
  readLate,
} from '@tijdig/core'
import type { FactSource } from './compile.ts'
import { createTableSql, factTable, quote } from './fact-table.ts'
import { FactWriter } from './fact-writer.ts'
import type { FactsFile } from './facts-file.ts'

/**
 * A reading of the log that the facts file alone cannot give: pinned to an earlier position, or
 * half-way between two states of knowledge. The trajectories that it reads otherwise are folded
 * anew and laid over the file.
 */
export interface Reading {
  /** The numbers of the trajectories that this reading may see otherwise than the file does. */
  affected(log: LogSource, filePosition: number): Promise<readonly number[]>
  /** Which of the events are read, in the order of reading. */
  read(events: readonly RecordedEvent[]): readonly Event[]
  /** The moment at which the rest of the file is read. */
  readonly knownAt: Moment
}

/** What was known at a moment, with nothing that entered the log after a position. */
export function pinnedReading(knowledge: Knowledge): Reading {
  return {
    knownAt: knowledge.knownAt,
    affected: (log, position) =>
      knowledge.position >= position
        ? Promise.resolve([])
        : log.findAffected(knowledge, { knownAt: knowledge.knownAt, position }),
    read: (events) => readEvents(events, knowledge),
  }
}

/**
 * Half-way from `earlier` to `later`: with what came in late, without the corrections of what was
 * known. A record that was corrected before anyone read it came in late as a whole.
 */
export function lateReading(earlier: Knowledge, later: Knowledge): Reading {
  return {
    knownAt: later.knownAt,
    async affected(log, position) {
      const between = await log.findAffected(earlier, later)
      const pinned = await pinnedReading(later).affected(log, position)
      return [...new Set([...between, ...pinned])]
    },
    read: (events) => readLate(events, earlier, later),
  }
}

/**
 * Runs `work` on the named facts of a route under a reading. Temporary tables hold the trajectories that are
 * read otherwise; they are gone afterwards.
 */
export async function withReading<T>(
  file: FactsFile,
  log: LogSource,
  plan: FoldPlan,
  reading: Reading,
  facts: ReadonlySet<string>,
  work: (source: FactSource | undefined) => Promise<T>,
): Promise<T> {
  const position = file.head?.position ?? 0
  const numbers = await reading.affected(log, position)
  if (numbers.length === 0) return work(undefined)
  const { connection } = file
  const laid = (fact: string) => `overlay:${fact}`
  try {
    await connection.run('CREATE TEMPORARY TABLE overlaid (number INTEGER PRIMARY KEY)')
    await connection.run(
      `INSERT INTO overlaid VALUES ${numbers.map((number) => `(${number})`).join(', ')}`,
    )
    for (const fact of plan.facts) {
      if (facts.has(fact.name)) await connection.run(createTableSql(fact, laid(fact.name), true))
    }
    await writeOverlay(file, log, plan, reading, facts, numbers, position, laid)
    return await work((fact) => {
      const base = quote(factTable(plan.route.code, fact))
      return `(FROM ${base} WHERE trajectory NOT IN (FROM overlaid) UNION ALL FROM ${quote(laid(fact))})`
    })
  } finally {
    await connection.run('DROP TABLE IF EXISTS overlaid')
    for (const fact of facts) {
      await connection.run(`DROP TABLE IF EXISTS ${quote(laid(fact))}`)
    }
  }
}

async function writeOverlay(
  file: FactsFile,
  log: LogSource,
  plan: FoldPlan,
  reading: Reading,
  facts: ReadonlySet<string>,
  numbers: readonly number[],
  position: number,
  tableOf: (fact: string) => string,
): Promise<void> {
  const writer = new FactWriter(file.connection, file.dictionary, (_, fact) => tableOf(fact))
  for await (const batch of log.readTrajectoriesByNumber(numbers, position)) {
    for (const trajectory of batch) {
      if (trajectory.route !== plan.route.code) continue
      const read = reading.read(trajectory.events)
      for (const fact of fold(plan, read, reading.knownAt)) {
        if (!facts.has(fact.fact)) continue
        await writer.write(plan, trajectory.number, {
          ...fact,
          knownFrom: Number.MIN_SAFE_INTEGER as Moment,
          knownTo: END_OF_TIME,
        })
      }
    }
  }
  writer.close()
}
