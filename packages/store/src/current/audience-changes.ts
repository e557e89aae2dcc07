import { formatDay, type Share } from '@tijdig/core'
import type { ClientBase } from 'pg'
import type { KnownTrajectory } from '../log/known-trajectory.ts'
import { StagedWriter } from '../log/staged-writer.ts'
import { type Audience, partPrefix } from './audience.ts'
import type { CurrentCounts } from './current-counts.ts'
import type { Current, CurrentLine, FilterValue } from './derive-current.ts'
import { searchParts } from './search-parts.ts'

const PARTY = ['audience', 'number', 'id', 'organisation', 'team', 'receiving']
const LINE = ['audience', 'number', 'state', 'state_since', 'opened_on']
const FILTER = ['audience', 'attribute', 'value', 'number']
const SEARCH = ['audience', 'number', 'lowered', 'parts']

/**
 * How a batch of trajectories changed for who may look at them: audiences that they joined or left,
 * and what became another in the lists of those that they stay with.
 */
export class AudienceChanges {
  readonly #parties = new StagedWriter('trajectory_party', PARTY, 'new')
  readonly #newLines = new StagedWriter('trajectory_line', LINE, 'new')
  readonly #changedLines = new StagedWriter('trajectory_line', LINE, 'changed')
  readonly #newFilters = new StagedWriter('trajectory_filter', FILTER, 'new')
  readonly #endedFilters = new StagedWriter('trajectory_filter', FILTER, 'ended')
  readonly #search = new StagedWriter('trajectory_search', SEARCH, 'new')
  /** Audiences that trajectories left. */
  #left: [audience: string, number: number][] = []
  #endedLines: number[] = []
  #sharesOf: number[] = []
  #shares: [trajectory: KnownTrajectory, share: Share][] = []
  readonly #counts: CurrentCounts

  constructor(counts: CurrentCounts) {
    this.#counts = counts
  }

  add(trajectory: KnownTrajectory, before: Current, after: Current): void {
    for (const audience of before.audiences) {
      if (!after.audiences.includes(audience)) this.#leave(trajectory, audience, before)
    }
    for (const audience of after.audiences) {
      if (after.reach) this.#counts.totals.reach(audience, after.reach)
      if (before.audiences.includes(audience)) this.#stay(trajectory, audience, before, after)
      else this.#join(trajectory, audience, after)
    }
    this.#changeLines(trajectory, before, after)
    this.#share(trajectory, before.shares, after.shares)
    const [was, is] = [before, after].map(({ line }) => (line ? 1 : 0)) as [number, number]
    this.#counts.lines.changeRoute(trajectory.route, is - was)
  }

  forget(): void {
    for (const writer of [
      ...[this.#parties, this.#newLines, this.#changedLines],
      ...[this.#newFilters, this.#endedFilters, this.#search],
    ]) {
      writer.forget()
    }
    this.#left = []
    this.#endedLines = []
    this.#sharesOf = []
    this.#shares = []
  }

  async write(client: ClientBase): Promise<void> {
    await this.#writeEnded(client)
    await this.#changedLines.apply(
      client,
      (stage) => `update tijdig.trajectory_line l
        set state = c.state, state_since = c.state_since, opened_on = c.opened_on
        from ${stage} c where l.number = c.number and l.audience = c.audience`,
    )
    await this.#parties.insert(client)
    await this.#newLines.insert(client)
    await this.#newFilters.insert(client)
    await this.#search.insert(client)
    await this.#writeShares(client)
    this.forget()
  }

  #join(trajectory: KnownTrajectory, audience: Audience, after: Current): void {
    const { number, id } = trajectory
    this.#counts.totals.meet(audience)
    this.#counts.lines.join(audience.name, after)
    this.#parties.row(6)
    this.#parties.text(audience.name)
    this.#parties.integer(number)
    this.#parties.text(id)
    this.#parties.text(audience.organisation)
    for (const team of [audience.team, audience.receiving ?? null]) {
      if (team === null) this.#parties.null()
      else this.#parties.text(team)
    }
    if (after.line) writeLine(this.#newLines, audience, number, after.line)
    for (const one of after.filters) writeFilter(this.#newFilters, audience, number, one)
    const lowered = id.toLowerCase()
    const parts = searchParts(lowered)
    const prefix = partPrefix(audience)
    this.#search.row(4)
    this.#search.text(audience.name)
    this.#search.integer(number)
    this.#search.text(lowered)
    this.#search.texts(parts.map((part) => prefix + part))
    this.#counts.search.change(audience.name, lowered, parts, 1)
  }

  #leave({ number, id }: KnownTrajectory, audience: Audience, before: Current): void {
    this.#left.push([audience.name, number])
    this.#counts.lines.leave(audience.name, before)
    for (const one of before.filters) writeFilter(this.#endedFilters, audience, number, one)
    const lowered = id.toLowerCase()
    this.#counts.search.change(audience.name, lowered, searchParts(lowered), -1)
    if (before.reach) this.#counts.totals.leave(audience, before.reach)
  }

  #stay({ number }: KnownTrajectory, audience: Audience, before: Current, after: Current): void {
    this.#counts.lines.change(audience.name, before, after)
    for (const one of before.filters) {
      if (!includes(after.filters, one)) writeFilter(this.#endedFilters, audience, number, one)
    }
    for (const one of after.filters) {
      if (!includes(before.filters, one)) writeFilter(this.#newFilters, audience, number, one)
    }
  }

  /** The lines of those that it stays with. */
  #changeLines({ number }: KnownTrajectory, before: Current, after: Current): void {
    if (before.line && !after.line) this.#endedLines.push(number)
    if (!after.line || (before.line && isSameLine(before.line, after.line))) return
    for (const audience of after.audiences) {
      if (!before.audiences.includes(audience)) continue
      const writer = before.line ? this.#changedLines : this.#newLines
      writeLine(writer, audience, number, after.line)
    }
  }

  #share(trajectory: KnownTrajectory, before: readonly Share[], after: readonly Share[]): void {
    if (before.length + after.length === 0 || isSame(before, after)) return
    if (before.length > 0) this.#sharesOf.push(trajectory.number)
    for (const share of after) this.#shares.push([trajectory, share])
  }

  async #writeEnded(client: ClientBase): Promise<void> {
    await this.#endedFilters.apply(
      client,
      (stage) => `delete from tijdig.trajectory_filter f using ${stage} e
        where f.audience = e.audience and f.attribute = e.attribute and f.value = e.value
          and f.number = e.number`,
    )
    if (this.#endedLines.length > 0) {
      await client.query('delete from tijdig.trajectory_line where number = any ($1)', [
        this.#endedLines,
      ])
    }
    if (this.#left.length === 0) return
    const left = [this.#left.map(([name]) => name), this.#left.map(([, number]) => number)]
    for (const table of ['party', 'line', 'search'].map((name) => `tijdig.trajectory_${name}`)) {
      await client.query(
        `delete from ${table} t using unnest($1::text[], $2::integer[]) as l(audience, number)
        where t.audience = l.audience and t.number = l.number`,
        left,
      )
    }
  }

  async #writeShares(client: ClientBase): Promise<void> {
    if (this.#sharesOf.length > 0) {
      await client.query('delete from tijdig.trajectory_share where number = any ($1)', [
        this.#sharesOf,
      ])
    }
    if (this.#shares.length === 0) return
    await client.query(
      `insert into tijdig.trajectory_share (organisation, route, id, number, fields, until)
      select organisation, route, id, number, string_to_array(fields, ','), until
      from unnest($1::text[], $2::text[], $3::text[], $4::integer[], $5::text[], $6::date[])
        as s(organisation, route, id, number, fields, until)`,
      [
        this.#shares.map(([, { organisation }]) => organisation),
        this.#shares.map(([{ route }]) => route),
        this.#shares.map(([{ id }]) => id),
        this.#shares.map(([{ number }]) => number),
        this.#shares.map(([, { fields }]) => fields.join(',')),
        this.#shares.map(([, { until }]) => formatDay(until)),
      ],
    )
  }
}

function writeLine(
  writer: StagedWriter,
  { name }: Audience,
  number: number,
  line: CurrentLine,
): void {
  writer.row(5)
  writer.text(name)
  writer.integer(number)
  writer.text(line.state)
  writer.day(line.stateSince)
  writer.day(line.openedOn)
}

function writeFilter(
  writer: StagedWriter,
  { name }: Audience,
  number: number,
  one: FilterValue,
): void {
  writer.row(4)
  writer.text(name)
  writer.text(one.attribute)
  writer.text(one.value)
  writer.integer(number)
}

function isSameLine(a: CurrentLine, b: CurrentLine): boolean {
  return a.state === b.state && a.stateSince === b.stateSince && a.openedOn === b.openedOn
}

function includes(values: readonly FilterValue[], wanted: FilterValue): boolean {
  return values.some((one) => one.attribute === wanted.attribute && one.value === wanted.value)
}

function isSame(a: readonly Share[], b: readonly Share[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
