import { findDay, findPeriod, formatDay } from '@tijdig/core'
import { type Draft, filled } from './draft.ts'
import { givenByIndicator } from './given-by-indicator.ts'
import type { MilestoneRow } from './milestone-drafts.ts'
import { type PartRow, routeOf } from './part-drafts.ts'
import { REPORTS, type ReportNumber } from './programmes.ts'
import { readTable } from './read-table.ts'

type Column = 'seed' | 'place' | 'key' | 'value' | 'unit' | 'kind' | 'as_of_or_period'
type FigureRow = Readonly<Record<Column, string>>

/** The papers by their number among the sources: of which programme, from which day, known when. */
const PAPERS: Readonly<
  Record<string, { programme: string; title: string; on: string; known: string }>
> = {
  '000': {
    ...{ programme: 'OZJ', title: 'OZJ, eerste kwartaal 2023' },
    ...{ on: '2023-04-07', known: '2023-04-11' },
  },
  '001': {
    ...{ programme: 'ZVJ', title: 'Zorg voor de Jeugd, vijfde rapportage, november 2020' },
    ...{ on: '2020-11-13', known: '2020-11-16' },
  },
  '002': {
    ...{ programme: 'NW4', title: 'Verbeterplan, juli 2022' },
    ...{ on: '2022-07-08', known: '2022-07-11' },
  },
  '003': {
    ...{ programme: 'ZOU', title: 'Norm voor Opdrachtgeverschap Zuidoost-Utrecht, 2022' },
    ...{ on: '2022-10-03', known: '2022-10-06' },
  },
  '004': {
    ...{ programme: 'OZJ', title: 'Ondersteuningsteam, februari en maart 2023' },
    ...{ on: '2023-04-14', known: '2023-04-17' },
  },
}

interface Place {
  readonly code: string
  readonly route: string
  /** Of the annex: the last report that lists it there. */
  readonly report?: ReportNumber
}

/** Each figure of the sources that a record holds, under the part to which it belongs. */
export function figureDrafts(
  parts: readonly PartRow[],
  milestones: readonly MilestoneRow[],
): Draft[] {
  const placeOf = placesOf(parts, milestones)
  const words = new Map(readTable<'key' | 'words'>('words.csv').map((row) => [row.key, row.words]))
  const units = new Map(
    readTable<'unit' | 'words'>('units.csv').map((row) => [row.unit, row.words]),
  )
  const drafts = new Map<string, Draft>()
  for (const row of readTable<Column>('../sources/figures.csv', ',')) {
    if (givenByIndicator(row)) continue
    const paper = PAPERS[row.seed]
    const what = words.get(row.key)
    const unit = row.unit === 'date' ? '' : units.get(row.unit)
    if (!paper || what === undefined || unit === undefined)
      throw new Error(`${row.key}, ${row.unit}`)
    const place = placeOf(row)
    const source = `${paper.title}: ${row.place}`
    const told = place.report ? REPORTS[place.report] : undefined
    const [on, known] = told ? [told.until, told.out] : [dayOf(row, paper.on), paper.known]
    const draft: Draft = {
      programme: paper.programme,
      code: place.code,
      route: place.route,
      on,
      known,
      ...statement(row, what, unit, source),
    }
    keep(drafts, draft)
  }
  return [...drafts.values()]
}

/** Who states the same twice states it once, in two places. */
function keep(drafts: Map<string, Draft>, draft: Draft) {
  const { source, ...said } = draft.data
  const name = JSON.stringify([draft.programme, draft.code, draft.type, draft.on, said])
  const before = drafts.get(name)
  if (!before) {
    const clash = [...drafts.values()].find(
      (each) =>
        each.programme === draft.programme &&
        each.code === draft.code &&
        each.type === draft.type &&
        each.on === draft.on &&
        each.data.key === draft.data.key,
    )
    if (clash) throw new Error(`${draft.code}: "${draft.data.key}" says two things on one day`)
    drafts.set(name, draft)
    return
  }
  const places = `${before.data.source}; ${String(source).split(': ').slice(1).join(': ')}`
  if (before.data.source !== source) {
    drafts.set(name, { ...before, data: { ...before.data, source: places } })
  }
}

function statement(
  row: FigureRow,
  what: string,
  unit: string,
  source: string,
): Pick<Draft, 'type' | 'data'> {
  const { key, kind } = row
  if (row.unit === 'date')
    return { type: 'dayNamed', data: { key, on: written(row.value), what, source } }
  const data = { key, value: Number(row.value), unit, what, over: row.as_of_or_period, source }
  return { type: kind === 'target' || kind === 'norm' ? 'aimed' : 'measured', data: filled(data) }
}

/** `20230117` as `2023-01-17`, `202301` as `2023-01`. */
function written(value: string): string {
  return [value.slice(0, 4), value.slice(4, 6), value.slice(6, 8)].filter((part) => part).join('-')
}

/** The last day that a measurement is about; the day of the paper where that is still to come. */
function dayOf({ kind, unit, as_of_or_period: over }: FigureRow, paper: string): string {
  if (kind === 'target' || kind === 'norm' || unit === 'date') return paper
  const last = over.split('/').at(-1) ?? ''
  const period = findPeriod(last)
  const day = findDay(last) === undefined ? period && formatDay(period.last) : last
  return day !== undefined && day < paper ? day : paper
}

function placesOf(parts: readonly PartRow[], milestones: readonly MilestoneRow[]) {
  const named = readTable<'seed' | 'place' | 'code'>('places.csv')
  const annex = readTable<'key' | 'report' | 'milestone'>('annex.csv')
  return (row: FigureRow): Place => {
    const { seed, place, key } = row
    const listed = /^Bijlage 1 \/ .* \/ VGR (\S+)$/.exec(place)?.[1]
    if (listed !== undefined) {
      const title = annex.find((each) => each.key === key && each.report === listed)?.milestone
      const milestone = milestones.find((each) => title && each.title.startsWith(title))
      if (!milestone) throw new Error(`annex.csv: ${key}, report ${listed}`)
      const report = listed.split('-').at(-1) as ReportNumber
      return { code: milestone.code, route: 'programme-milestone', report }
    }
    const programme = PAPERS[seed]?.programme ?? ''
    const code =
      named.find((each) => each.seed === seed && each.place === place)?.code ??
      codeIn(seed, place) ??
      (seed === '004' ? 'OT' : programme)
    const part = parts.find((each) => each.programme === programme && each.code === code)
    if (!part) throw new Error(`${programme} has no part ${code} for "${place}"`)
    return { code, route: routeOf(part) }
  }
}

/** The code that a heading names itself: `AL2 D-F` is 2D, `Vervolg 1.2` is 1.2. */
function codeIn(seed: string, place: string): string | undefined {
  const [, line, letter] = /^AL(\d) ([A-F])/.exec(place) ?? []
  if (line !== undefined) return `${line}${letter}`
  const condition = /^Randvoorwaarden ([A-E])$/.exec(place)?.[1]
  if (condition !== undefined) return `R${condition}`
  if (seed !== '003') return undefined
  return /^(?:Speerpunt|Vervolg) ([\d.]+)$/.exec(place)?.[1]
}
