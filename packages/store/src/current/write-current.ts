import type { Fact } from '@tijdig/core'
import type { ClientBase } from 'pg'
import { quoted } from '../log/canonical-form.ts'
import { CopyWriter } from '../log/copy-writer.ts'
import type { KnownTrajectory } from '../log/known-trajectory.ts'
import {
  attributeNames,
  type Current,
  type CurrentLine,
  type FilterValue,
} from './derive-current.ts'
import { LineCounts } from './line-counts.ts'
import { SearchCounts } from './search-counts.ts'
import { searchParts } from './search-parts.ts'

/** Where changes wait until they are applied; one a session. */
const CHANGE_TABLES = `
  create temporary table if not exists fact_change (
    trajectory integer, fact text collate "C", key text collate "C", attributes jsonb,
    valid_from date, started_on date, due_on date, met_on date, ended_on date
  );
  create temporary table if not exists fact_end (
    trajectory integer, fact text collate "C", key text collate "C"
  );
  create temporary table if not exists line_change (
    number integer, route text, state text, state_since date, opened_on date
  );
  truncate fact_change, fact_end, line_change`

/** How many lines and ids there are of each kind, as changed by what was added since. */
export class CurrentCounts {
  readonly lines = new LineCounts()
  readonly search = new SearchCounts()

  async write(client: ClientBase): Promise<void> {
    await this.lines.write(client)
    await this.search.write(client)
    this.forget()
  }

  forget(): void {
    this.lines.forget()
    this.search.forget()
  }
}

/**
 * Collects how what holds now changed for a batch of trajectories, and writes only that:
 * what is new, what became another, what holds no longer.
 */
export class CurrentChanges {
  readonly #newFacts = new CopyWriter()
  readonly #changedFacts = new CopyWriter()
  readonly #endedFacts = new CopyWriter()
  readonly #newLines = new CopyWriter()
  readonly #changedLines = new CopyWriter()
  #endedLines: number[] = []
  readonly #newFilters = new CopyWriter()
  #endedFilters: [route: string, value: FilterValue, number: number][] = []
  readonly #search = new CopyWriter()
  readonly #counts: CurrentCounts

  /** @param counts Rise and fall with what is added; written apart, since batches share them. */
  constructor(counts: CurrentCounts) {
    this.#counts = counts
  }

  add(trajectory: KnownTrajectory, current: Current): void {
    const { written } = trajectory
    const facts = this.#addFacts(trajectory, written.facts, current.facts)
    this.#addLine(trajectory, written.line, current.line)
    this.#addFilters(trajectory, written.filters, current.filters)
    this.#counts.lines.change(trajectory.route, written, current)
    trajectory.written = { ...current, facts }
  }

  /** A trajectory's id never changes: it is made findable once. */
  addSearch(trajectory: {
    readonly number: number
    readonly id: string
    readonly route: string
  }): void {
    const lowered = trajectory.id.toLowerCase()
    const parts = searchParts(lowered)
    this.#search.row(3)
    this.#search.integer(trajectory.number)
    this.#search.text(lowered)
    this.#search.texts(parts)
    this.#counts.search.add(trajectory.route, lowered, parts)
  }

  /** Writes all in the transaction of the client. */
  async write(client: ClientBase): Promise<void> {
    await this.#search.send(client, 'tijdig.trajectory_search')
    if (this.#endedFacts.rows + this.#changedFacts.rows + this.#changedLines.rows > 0) {
      await client.query(CHANGE_TABLES)
    }
    await this.#writeFacts(client)
    await this.#writeLines(client)
    await this.#writeFilters(client)
    this.forget()
  }

  /** Begins anew: after writing, or when that failed. */
  forget(): void {
    for (const writer of [
      ...[this.#newFacts, this.#changedFacts, this.#endedFacts, this.#newLines],
      ...[this.#changedLines, this.#newFilters, this.#search],
    ]) {
      writer.forget()
    }
    this.#endedLines = []
    this.#endedFilters = []
  }

  /** Gives the facts as they are after, the same objects where nothing changed. */
  #addFacts(
    trajectory: KnownTrajectory,
    before: readonly Fact[],
    after: readonly Fact[],
  ): readonly Fact[] {
    const kept: Fact[] = []
    let known = 0
    for (const fact of after) {
      const same = findSame(before, fact)
      if (same) known++
      if (same && isEqual(same, fact)) {
        kept.push(same)
        continue
      }
      kept.push(fact)
      writeFact(same ? this.#changedFacts : this.#newFacts, trajectory, fact)
    }
    if (known < before.length) this.#endFacts(trajectory, before, after)
    return kept
  }

  #endFacts({ number }: KnownTrajectory, before: readonly Fact[], after: readonly Fact[]): void {
    for (const fact of before) {
      if (findSame(after, fact)) continue
      this.#endedFacts.row(3)
      this.#endedFacts.integer(number)
      this.#endedFacts.text(fact.fact)
      this.#endedFacts.text(fact.key)
    }
  }

  #addLine(
    { number, route }: KnownTrajectory,
    before: CurrentLine | null,
    after: CurrentLine | null,
  ): void {
    if (!after) {
      if (before) this.#endedLines.push(number)
      return
    }
    if (before && isSameLine(before, after)) return
    const writer = before ? this.#changedLines : this.#newLines
    writer.row(5)
    writer.integer(number)
    writer.text(route)
    writer.text(after.state)
    writer.day(after.stateSince)
    writer.day(after.openedOn)
  }

  #addFilters(
    { number, route }: KnownTrajectory,
    before: readonly FilterValue[],
    after: readonly FilterValue[],
  ): void {
    for (const one of before) {
      if (!includes(after, one)) this.#endedFilters.push([route, one, number])
    }
    for (const one of after) {
      if (includes(before, one)) continue
      this.#newFilters.row(4)
      this.#newFilters.text(route)
      this.#newFilters.text(one.attribute)
      this.#newFilters.text(one.value)
      this.#newFilters.integer(number)
    }
  }

  async #writeFacts(client: ClientBase): Promise<void> {
    if (this.#endedFacts.rows > 0) {
      await this.#endedFacts.send(client, 'fact_end')
      await client.query(`delete from tijdig.current_fact f using fact_end e
        where f.trajectory = e.trajectory and f.fact = e.fact and f.key = e.key`)
    }
    if (this.#changedFacts.rows > 0) {
      await this.#changedFacts.send(client, 'fact_change')
      await client.query(`update tijdig.current_fact f
        set attributes = c.attributes, valid_from = c.valid_from, started_on = c.started_on,
          due_on = c.due_on, met_on = c.met_on, ended_on = c.ended_on
        from fact_change c
        where f.trajectory = c.trajectory and f.fact = c.fact and f.key = c.key`)
    }
    await this.#newFacts.send(client, 'tijdig.current_fact')
  }

  async #writeLines(client: ClientBase): Promise<void> {
    if (this.#changedLines.rows > 0) {
      await this.#changedLines.send(client, 'line_change')
      await client.query(`update tijdig.trajectory_line l
        set state = c.state, state_since = c.state_since, opened_on = c.opened_on
        from line_change c where l.number = c.number`)
    }
    if (this.#endedLines.length > 0) {
      await client.query('delete from tijdig.trajectory_line where number = any($1)', [
        this.#endedLines,
      ])
    }
    await this.#newLines.send(client, 'tijdig.trajectory_line')
  }

  async #writeFilters(client: ClientBase): Promise<void> {
    if (this.#endedFilters.length > 0) {
      await client.query(
        `delete from tijdig.trajectory_filter f
        using unnest($1::text[], $2::text[], $3::text[], $4::integer[]) as e(route, attribute, value, number)
        where f.route = e.route and f.attribute = e.attribute and f.value = e.value and f.number = e.number`,
        [
          this.#endedFilters.map(([route]) => route),
          this.#endedFilters.map(([, one]) => one.attribute),
          this.#endedFilters.map(([, one]) => one.value),
          this.#endedFilters.map(([, , number]) => number),
        ],
      )
    }
    await this.#newFilters.send(client, 'tijdig.trajectory_filter')
  }
}

function writeFact(writer: CopyWriter, { number, plan }: KnownTrajectory, fact: Fact): void {
  writer.row(9)
  writer.integer(number)
  writer.text(fact.fact)
  writer.text(fact.key)
  writer.json(attributesJson(plan ? attributeNames(plan, fact.fact) : [], fact.values))
  writer.day(fact.validFrom)
  writer.day(fact.startedOn)
  writer.day(fact.dueOn)
  writer.day(fact.metOn)
  writer.day(fact.endedOn)
}

function attributesJson(names: readonly string[], values: Fact['values']): string {
  let text = ''
  for (let index = 0; index < names.length; index++) {
    const value = values[index]
    if (value === null || value === undefined) continue
    text += `${text === '' ? '{' : ','}${quoted(names[index] as string)}:${quoted(value)}`
  }
  return text === '' ? '{}' : `${text}}`
}

function findSame(facts: readonly Fact[], wanted: Fact): Fact | undefined {
  for (const fact of facts) if (fact.fact === wanted.fact && fact.key === wanted.key) return fact
  return undefined
}

function isEqual(a: Fact, b: Fact): boolean {
  return (
    a.validFrom === b.validFrom &&
    a.startedOn === b.startedOn &&
    a.dueOn === b.dueOn &&
    a.metOn === b.metOn &&
    a.endedOn === b.endedOn &&
    a.values.every((value, index) => value === b.values[index])
  )
}

function isSameLine(a: CurrentLine, b: CurrentLine): boolean {
  return a.state === b.state && a.stateSince === b.stateSince && a.openedOn === b.openedOn
}

function includes(values: readonly FilterValue[], wanted: FilterValue): boolean {
  return values.some((one) => one.attribute === wanted.attribute && one.value === wanted.value)
}
