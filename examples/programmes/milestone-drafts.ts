import { type Draft, filled } from './draft.ts'
import { REPORTS, type ReportNumber } from './programmes.ts'
import { readTable } from './read-table.ts'

/** A milestone of the annex, with the code that it gets here: `M1-2-03`. */
export interface MilestoneRow {
  readonly code: string
  readonly lines: readonly string[]
  readonly reports: readonly ReportNumber[]
  readonly title: string
}

export function readMilestones(): MilestoneRow[] {
  const counts = new Map<string, number>()
  return readTable<'lines' | 'reports' | 'title'>('milestones.csv').map((row) => {
    const lines = row.lines.split('+')
    const reports = row.reports.split(/[-,]/) as ReportNumber[]
    const shelf = `M${lines[0]}-${reports[0]}`
    const count = (counts.get(shelf) ?? 0) + 1
    counts.set(shelf, count)
    return { code: `${shelf}-${String(count).padStart(2, '0')}`, lines, reports, title: row.title }
  })
}

/** Of a milestone the annex tells the reports that list it: it is due and reached on the last day of the first. */
export function milestoneDrafts(row: MilestoneRow, order: number): Draft[] {
  const [line = '', ...alsoLines] = row.lines
  const [report] = row.reports
  if (report === undefined) return []
  const { from, until, out } = REPORTS[report]
  const draft = (type: string, on: string, known: string, data: Draft['data']): Draft => ({
    programme: 'ZVJ',
    code: row.code,
    route: 'programme-milestone',
    type,
    on,
    known,
    data,
  })
  return [
    draft(
      'placed',
      from,
      from,
      filled({
        programme: 'ZVJ',
        code: row.code,
        title: row.title,
        parent: line,
        line,
        order,
        owner: 'PB',
        report,
      }),
    ),
    draft('duePlanned', from, from, { due: until }),
    ...alsoLines.map((also) => draft('alsoCounted', until, out, { line: also })),
    draft('done', until, out, {}),
    ...row.reports.map((number) => {
      const told = REPORTS[number]
      return draft('reported', told.until, told.out, { report: number })
    }),
  ]
}
