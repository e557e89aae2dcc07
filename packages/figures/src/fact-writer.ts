import {
  DOUBLE,
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDataChunk,
  INTEGER,
} from '@duckdb/node-api'
import { type Day, type FactPlan, FOREVER, type FoldPlan, type KnownFact } from '@tijdig/core'
import type { Dictionary } from './dictionary.ts'
import { factColumns } from './fact-table.ts'

const ROWS_A_CHUNK = 2048

/** Writes facts into their tables, column by column and a chunk at a time. */
export class FactWriter {
  readonly #connection: DuckDBConnection
  readonly #dictionary: Dictionary
  readonly #tableOf: (route: string, fact: string) => string
  readonly #tables = new Map<string, TableWriter>()

  constructor(
    connection: DuckDBConnection,
    dictionary: Dictionary,
    tableOf: (route: string, fact: string) => string,
  ) {
    this.#connection = connection
    this.#dictionary = dictionary
    this.#tableOf = tableOf
  }

  async write(plan: FoldPlan, trajectory: number, fact: KnownFact): Promise<void> {
    const table = this.#tableOf(plan.route.code, fact.fact)
    let writer = this.#tables.get(table)
    if (!writer) {
      const factPlan = plan.facts.find(({ name }) => name === fact.fact) as FactPlan
      writer = new TableWriter(
        await this.#connection.createAppender(table),
        plan.route.code,
        factPlan,
        this.#dictionary,
      )
      this.#tables.set(table, writer)
    }
    writer.add(trajectory, fact)
  }

  /** Writes what is left and lets go of the tables. */
  close(): void {
    for (const [table, writer] of this.#tables) {
      writer.close()
      this.#tables.delete(table)
    }
  }

  /**
   * Lets go of the tables without what is left. An appender that is only forgotten writes it all the
   * same when it is cleared away: after the transaction that it belonged to was rolled back.
   */
  abandon(): void {
    for (const writer of this.#tables.values()) writer.abandon()
    this.#tables.clear()
  }
}

class TableWriter {
  readonly #appender: DuckDBAppender
  readonly #route: string
  readonly #plan: FactPlan
  readonly #dictionary: Dictionary
  readonly #types
  #columns: number[][]

  constructor(appender: DuckDBAppender, route: string, plan: FactPlan, dictionary: Dictionary) {
    this.#appender = appender
    this.#route = route
    this.#plan = plan
    this.#dictionary = dictionary
    this.#types = factColumns(plan).map(({ type }) => (type === 'DOUBLE' ? DOUBLE : INTEGER))
    this.#columns = this.#types.map(() => [])
  }

  add(trajectory: number, fact: KnownFact): void {
    let column = 0
    const put = (value: number) => (this.#columns[column++] as number[]).push(value)
    put(trajectory)
    for (const [place, attribute] of this.#plan.attributes.entries()) {
      put(this.#dictionary.code(this.#route, attribute, fact.values[place] ?? null))
    }
    put(fact.validFrom)
    put(fact.validTo)
    put(fact.knownFrom)
    put(fact.knownTo)
    if (this.#plan.kind === 'clock') {
      put(fact.startedOn)
      put(orNever(fact.dueOn))
      put(orNever(fact.metOn))
      put(orNever(fact.endedOn))
    }
    if ((this.#columns[0] as number[]).length === ROWS_A_CHUNK) this.#flush()
  }

  close(): void {
    this.#flush()
    this.#appender.closeSync()
  }

  abandon(): void {
    this.#appender.clear()
    this.#appender.closeSync()
  }

  #flush(): void {
    const rows = (this.#columns[0] as number[]).length
    if (rows === 0) return
    const chunk = DuckDBDataChunk.create(this.#types, rows)
    chunk.setColumns(this.#columns)
    this.#appender.appendDataChunk(chunk)
    this.#columns = this.#types.map(() => [])
  }
}

function orNever(day: Day | null): Day {
  return day ?? FOREVER
}
