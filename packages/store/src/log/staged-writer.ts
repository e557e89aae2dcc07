import type { ClientBase } from 'pg'
import { CopyWriter } from './copy-writer.ts'

/**
 * Rows on their way to a table with row-level security, into which PostgreSQL copies nothing: they
 * are put ready in a table of the session's own and go on from there.
 */
export class StagedWriter extends CopyWriter {
  readonly #table: string
  readonly #stage: string
  readonly #columns: string

  /** @param table A table of the schema `tijdig`. */
  constructor(table: string, columns: readonly string[], purpose: 'new' | 'changed' | 'ended') {
    super()
    this.#table = table
    this.#stage = `${purpose}_${table}`
    this.#columns = columns.join(', ')
  }

  /** Adds the rows to the table. */
  insert(client: ClientBase): Promise<void> {
    return this.apply(
      client,
      (stage) =>
        `insert into tijdig.${this.#table} (${this.#columns}) select ${this.#columns} from ${stage}`,
    )
  }

  /** @param statement SQL that reads the rows from the table that it is given. */
  async apply(client: ClientBase, statement: (stage: string) => string): Promise<void> {
    if (this.rows === 0) return
    const stage = `pg_temp.${this.#stage}`
    await client.query(
      `create temporary table if not exists ${this.#stage} (like tijdig.${this.#table});
      truncate ${stage}`,
    )
    await this.send(client, `${stage} (${this.#columns})`)
    await client.query(statement(stage))
  }
}
