import { addDays, type Day, findPeriod, formatDay, getDay } from '@tijdig/core'
import { type Draft, filled } from './draft.ts'
import { PROGRAMMES, type ProgrammeCode } from './programmes.ts'
import { readTable } from './read-table.ts'

type Column =
  | 'programme'
  | 'route'
  | 'code'
  | 'parent'
  | 'kind'
  | 'owner'
  | 'partners'
  | 'from'
  | 'until'
  | 'months'
  | 'title'

/** A part as `parts.csv` has it, with the line under which it stands. */
export type PartRow = Readonly<Record<Column, string>> & { readonly line: string }

export function readParts(): PartRow[] {
  const rows = readTable<Column>('parts.csv')
  return rows.map((row) => {
    let above: Readonly<Record<Column, string>> | undefined = row
    while (above && above.route !== 'line') {
      const { programme, parent }: Readonly<Record<Column, string>> = above
      above = rows.find((each) => each.programme === programme && each.code === parent)
    }
    return { ...row, line: above?.code ?? '' }
  })
}

export function routeOf({ route }: Pick<PartRow, 'route'>): string {
  return route === 'programme' ? 'programme' : `programme-${route}`
}

/** How a part entered its programme: its place, its partners and when it was to be done. */
export function placing(row: PartRow, order: number): Draft[] {
  const { programme, code, from, until } = row
  const start = startOf(row)
  const draft = (type: string, data: Draft['data']): Draft => {
    return { programme, code, route: routeOf(row), type, ...start, data }
  }
  const partners = row.partners === '' ? [] : row.partners.split(',')
  return [
    draft(
      'placed',
      filled({
        programme,
        code,
        title: row.title,
        parent: row.parent,
        line: row.line,
        order,
        owner: row.owner,
        kind: row.kind,
        year: row.route === 'budget' ? from : undefined,
      }),
    ),
    ...partners.map((organisation) => draft('partyJoined', { organisation })),
    ...(from === '' ? [] : [draft('planned', filled({ from, until, months: row.months }))]),
  ]
}

/** Change tasks came later than the lines of their programme. */
function startOf({ programme, kind }: PartRow): { on: string; known: string } {
  if (kind === 'change-task') return { on: '2019-11-01', known: '2019-11-14' }
  const { on, known } = PROGRAMMES[programme as ProgrammeCode]
  return { on, known }
}

const GOES_ON_MONTHS = 8

/**
 * How it went: as planned, unless another table says otherwise. What was planned for long is still
 * under way when the example ends.
 */
export function going(row: PartRow, said: readonly Draft[]): Draft[] {
  const { programme, code } = row
  const first = findPeriod(row.months.split(',')[0] || row.from)
  const last = findPeriod(row.months.split(',').at(-1) || row.until)
  if (!first || !last || !['programme', 'line', 'goal', 'action'].includes(row.route)) return []
  const end = getDay(PROGRAMMES[programme as ProgrammeCode].until)
  const start = getDay(startOf(row).on)
  const draft = (type: string, on: Day): Draft => {
    const known = formatDay(addDays(on, KNOWN_AFTER))
    return { programme, code, route: routeOf(row), type, on: formatDay(on), known, data: {} }
  }
  const has = (types: readonly string[]) => said.some(({ type }) => types.includes(type))
  const begin = Math.max(first.first, start) as Day
  const isLong = row.months === '' && last.last - first.first > GOES_ON_MONTHS * 30
  const isDone = last.last <= end && !isLong && (row.route === 'action' || row.route === 'goal')
  const isEnded =
    has(['done', 'dropped']) ||
    said.findLast(({ type }) => type === 'stalled' || type === 'resumed')?.type === 'stalled'
  return [
    ...(begin > end || has(['begun']) ? [] : [draft('begun', begin)]),
    ...(isDone && !isEnded ? [draft('done', last.last)] : []),
  ]
}

/** Who keeps a programme writes it down some days after. */
const KNOWN_AFTER = 4
