import { createHash } from 'node:crypto'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import {
  END_OF_TIME,
  err,
  type Fact,
  type FoldPlan,
  history,
  type KnownFact,
  type LogHead,
  type LogSource,
  ok,
  type Result,
  type TrajectoryEvents,
} from '@tijdig/core'
import { Dictionary } from './dictionary.ts'
import { factMeaning } from './fact-meaning.ts'
import { createTableSql, factTable, quote } from './fact-table.ts'
import { FactWriter } from './fact-writer.ts'

/**
 * Raise when the fold or the form of the file changes in a way that the definitions do not show:
 * each file is then built anew.
 */
const FORM = 2

/** More changed trajectories than this share of all: building anew costs less than following. */
const REBUILD_ABOVE = 0.2

export type FactsFileError = { readonly code: 'facts-file-in-use'; readonly reason: string }

export interface FollowProgress {
  readonly trajectories: number
  readonly rebuilding: boolean
}

/**
 * The facts of all trajectories with both spans, in a DuckDB file that follows the log by its
 * position. It can be thrown away at any moment: it is built anew from the log.
 * One process has it open; calls are carried out one after another.
 */
export class FactsFile {
  readonly plans: ReadonlyMap<string, FoldPlan>
  readonly connection: DuckDBConnection
  readonly #instance: DuckDBInstance
  readonly #fingerprint: string
  readonly #rebuildAbove: number
  #dictionary: Dictionary
  #head: LogHead | undefined
  #queue: Promise<unknown> = Promise.resolve()

  private constructor(
    instance: DuckDBInstance,
    connection: DuckDBConnection,
    plans: readonly FoldPlan[],
    rebuildAbove: number,
  ) {
    this.#rebuildAbove = rebuildAbove
    this.#instance = instance
    this.connection = connection
    this.plans = new Map(plans.map((plan) => [plan.route.code, plan]))
    this.#fingerprint = createHash('sha256')
      .update(JSON.stringify([FORM, plans.map(meaningOfRoute)]))
      .digest('hex')
    this.#dictionary = new Dictionary()
  }

  /**
   * @param path A file, made where it is missing, or `:memory:`.
   * @param rebuildAbove The share of changed trajectories above which all are built anew.
   */
  static async open(
    path: string,
    plans: readonly FoldPlan[],
    rebuildAbove: number = REBUILD_ABOVE,
  ): Promise<Result<FactsFile, FactsFileError>> {
    let instance: DuckDBInstance
    try {
      instance = await DuckDBInstance.create(path)
    } catch (error) {
      if (!/lock/i.test(String(error))) throw error
      return err({
        code: 'facts-file-in-use',
        reason: `Een ander programma gebruikt ${path}. Sluit dat programma eerst.`,
      })
    }
    const file = new FactsFile(instance, await instance.connect(), plans, rebuildAbove)
    await file.#load()
    return ok(file)
  }

  get dictionary(): Dictionary {
    return this.#dictionary
  }

  /** How far the file has followed the log; undefined while it holds nothing. */
  get head(): LogHead | undefined {
    return this.#head
  }

  close(): void {
    this.connection.closeSync()
    this.#instance.closeSync()
  }

  /** Lets one piece of work at a time use the connection, in the order of asking. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work)
    this.#queue = done.catch(() => undefined)
    return done
  }

  /**
   * Brings the file up to the log's head, or to `upTo`: folds anew the trajectories that changed,
   * or all of them where the file is not of this log or of these definitions.
   */
  async follow(
    log: LogSource,
    upTo?: number,
    progress: (progress: FollowProgress) => void = () => undefined,
  ): Promise<void> {
    const head = upTo === undefined ? await log.head() : await log.headAt(upTo)
    if (!head) throw new Error(`the log has no position ${upTo}`)
    const from = this.#head
    if (from && (await isPrefix(from, head, log))) {
      if (from.position === head.position) return
      const changed = await log.findAffected(
        { knownAt: END_OF_TIME, position: from.position },
        { knownAt: END_OF_TIME, position: head.position },
      )
      if (changed.length <= this.#rebuildAbove * (await this.#trajectories())) {
        return this.#update(log, from, head, changed, progress)
      }
    }
    return this.#rebuild(log, head, progress)
  }

  async #load(): Promise<void> {
    await this.connection.run(
      'CREATE TABLE IF NOT EXISTS head (identity VARCHAR, position BIGINT, hash VARCHAR, fingerprint VARCHAR, trajectories BIGINT)',
    )
    await this.connection.run(
      'CREATE TABLE IF NOT EXISTS dictionary (route VARCHAR, attribute VARCHAR, code INTEGER, text VARCHAR)',
    )
    const entries = await this.connection.runAndReadAll('FROM dictionary')
    this.#dictionary = new Dictionary(
      entries.getRowsJS().map((row) => ({
        route: String(row[0]),
        attribute: String(row[1]),
        code: Number(row[2]),
        text: String(row[3]),
      })),
    )
    const [row] = (await this.connection.runAndReadAll('FROM head')).getRowsJS()
    if (!row || row[3] !== this.#fingerprint) return
    this.#head = { identity: String(row[0]), position: Number(row[1]), hash: String(row[2]) }
  }

  async #trajectories(): Promise<number> {
    const result = await this.connection.runAndReadAll('SELECT trajectories FROM head')
    return Number(result.getRowsJS()[0]?.[0] ?? 0)
  }

  async #rebuild(
    log: LogSource,
    head: LogHead,
    progress: (progress: FollowProgress) => void,
  ): Promise<void> {
    await this.#atOnce(async (writer) => {
      for (const plan of this.plans.values()) {
        for (const fact of plan.facts) {
          const table = factTable(plan.route.code, fact.name)
          await this.connection.run(`DROP TABLE IF EXISTS ${quote(table)}`)
          await this.connection.run(createTableSql(fact, table, false))
        }
      }
      let trajectories = 0
      for await (const batch of log.readTrajectories(head.position)) {
        for (const trajectory of batch) {
          const plan = this.plans.get(trajectory.route)
          if (!plan) continue
          for (const fact of history(plan, trajectory.events, head.position)) {
            await writer.write(plan, trajectory.number, fact)
          }
        }
        trajectories += batch.length
        progress({ trajectories, rebuilding: true })
      }
      await this.#saveHead(head, trajectories)
    })
    await this.connection.run('CHECKPOINT')
  }

  async #update(
    log: LogSource,
    from: LogHead,
    head: LogHead,
    changed: readonly number[],
    progress: (progress: FollowProgress) => void,
  ): Promise<void> {
    const trajectories = await this.#trajectories()
    let added = 0
    const gone = new Map<string, number[]>()
    const fresh: { plan: FoldPlan; trajectory: number; fact: KnownFact }[] = []
    for await (const batch of log.readTrajectoriesByNumber(changed, head.position)) {
      for (const trajectory of batch) {
        const plan = this.plans.get(trajectory.route)
        if (!plan) continue
        const difference = differenceOf(plan, trajectory, from.position, head.position)
        if (difference.isNew) added++
        for (const fact of difference.changed) {
          const table = factTable(plan.route.code, fact)
          const numbers = gone.get(table)
          if (numbers) numbers.push(trajectory.number)
          else gone.set(table, [trajectory.number])
        }
        for (const fact of difference.facts)
          fresh.push({ plan, trajectory: trajectory.number, fact })
      }
      progress({ trajectories: changed.length, rebuilding: false })
    }
    await this.#atOnce(async (writer) => {
      for (const [table, numbers] of gone) {
        await this.connection.run(
          `DELETE FROM ${quote(table)} WHERE trajectory IN (${numbers.join(', ')})`,
        )
      }
      for (const { plan, trajectory, fact } of fresh) await writer.write(plan, trajectory, fact)
      await this.#saveHead(head, trajectories + added)
    })
  }

  /** All of it or nothing, also after a crash; and one wait for the disk instead of one a statement. */
  async #atOnce(work: (writer: FactWriter) => Promise<void>): Promise<void> {
    await this.connection.run('BEGIN')
    const writer = new FactWriter(this.connection, this.#dictionary, factTable)
    try {
      await work(writer)
      writer.close()
      await this.connection.run('COMMIT')
    } catch (error) {
      writer.abandon()
      await this.connection.run('ROLLBACK')
      await this.#load()
      throw error
    }
  }

  async #saveHead(head: LogHead, trajectories: number): Promise<void> {
    const appender = await this.connection.createAppender('dictionary')
    for (const { route, attribute, code, text } of this.#dictionary.takeUnsaved()) {
      appender.appendVarchar(route)
      appender.appendVarchar(attribute)
      appender.appendInteger(code)
      appender.appendVarchar(text)
      appender.endRow()
    }
    appender.closeSync()
    await this.connection.run('DELETE FROM head')
    await this.connection.run('INSERT INTO head VALUES ($1, $2, $3, $4, $5)', [
      head.identity,
      BigInt(head.position),
      head.hash,
      this.#fingerprint,
      BigInt(trajectories),
    ])
    this.#head = head
  }
}

function meaningOfRoute({ route, calendar, calendarChanges }: FoldPlan): unknown {
  const facts = Object.entries(route.facts).map(([name, fact]) => [name, factMeaning(fact)])
  // Without decrees it is as it was before there could be any.
  return [route.code, facts, ...(calendarChanges.length > 0 ? [calendar.decreed] : [])]
}

async function isPrefix(from: LogHead, head: LogHead, log: LogSource): Promise<boolean> {
  if (from.identity !== head.identity || from.position > head.position) return false
  return (await log.headAt(from.position))?.hash === from.hash
}

/** Which facts of a trajectory are not what they were, and what those facts are now. */
function differenceOf(
  plan: FoldPlan,
  trajectory: TrajectoryEvents,
  from: number,
  to: number,
): { changed: string[]; facts: KnownFact[]; isNew: boolean } {
  const before = byName(history(plan, trajectory.events, from))
  const after = byName(history(plan, trajectory.events, to))
  const changed = plan.facts
    .map(({ name }) => name)
    .filter((name) => JSON.stringify(before.get(name)) !== JSON.stringify(after.get(name)))
  return {
    changed,
    facts: changed.flatMap((name) => after.get(name) ?? []),
    isNew: !trajectory.events.some((event) => event.position <= from),
  }
}

function byName<F extends Fact>(facts: readonly F[]): Map<string, F[]> {
  const named = new Map<string, F[]>()
  for (const fact of facts) {
    const known = named.get(fact.fact)
    if (known) known.push(fact)
    else named.set(fact.fact, [fact])
  }
  return named
}
