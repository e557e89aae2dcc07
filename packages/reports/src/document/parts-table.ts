import { monthInBrief } from '@tijdig/charts'
import type { GridCell, Move, PartReading } from '@tijdig/programmes'
import type { PartsShown } from '../template/programme-tags.ts'
import { capital } from '../wording/capital.ts'
import { findPeriodWords, longMonth } from '../wording/dutch-day.ts'
import { formatCount } from '../wording/dutch-number.ts'
import {
  CAUSE_WORDS,
  formatCents,
  formatKept,
  MOVE_WORDS,
  periodName,
  plannedWords,
  STANDING_WORDS,
} from '../wording/programme-words.ts'
import type { PartsTable } from './document.ts'
import type { ProgrammeInput } from './programme-input.ts'

export interface PartsChoice {
  readonly show: PartsShown
  /** Only what belongs to the line with this code. */
  readonly within?: string
  /** Of milestones: only those that this report lists. */
  readonly report?: string
  /** Of a grid: its first and last month. */
  readonly from?: string
  readonly until?: string
}

/** A table of words: the first cell of a row says what the row is about. */
type WordTable = Pick<PartsTable, 'head' | 'widths' | 'rows' | 'notes'>

/** What a table of a programme says, in words; the grid has a letter for each light. */
export function partsTable(input: ProgrammeInput, choice: PartsChoice): WordTable {
  switch (choice.show) {
    case 'goals':
      return stands(input, chosen(input, choice, 'programme-goal'), 'Doel')
    case 'actions':
      return stands(input, chosen(input, choice, 'programme-action'), 'Actie')
    case 'stalled':
      return standstills(chosen(input, choice))
    case 'milestones':
      return milestones(input, choice)
    case 'grid':
      return grid(input, choice)
    case 'decisions':
      return decisions(chosen(input, choice, 'programme-decision'))
    case 'risks':
      return risks(chosen(input, choice, 'programme-risk'))
    case 'money':
      return money(input, choice)
    case 'activities':
      return activities(input)
    case 'moves':
      return moves(input, choice)
  }
}

type Lights = ProgrammeInput['words']['lights']

const nameOf = ({ code, title }: Pick<PartReading, 'code' | 'title'>) => `${code}. ${title}`

const isOfLine = (part: PartReading, line: string | undefined) =>
  line === undefined || part.line === line || part.code === line || part.alsoLines.includes(line)

function chosen({ reading }: ProgrammeInput, { within }: PartsChoice, route?: string) {
  return reading.parts.filter(
    (part) => (route === undefined || part.route === route) && isOfLine(part, within),
  )
}

function stands({ words }: ProgrammeInput, parts: readonly PartReading[], name: string): WordTable {
  return {
    head: [name, 'Trekker', 'Wanneer', 'Stand'],
    widths: [6, 3, 3, 4],
    rows: parts.map((part) => [
      nameOf(part),
      part.owner ?? 'niet bekend',
      plannedWords(part.planned),
      standing(part, words.lights),
    ]),
    notes: [],
  }
}

/** The light in words; of a standstill also why. */
function standing(
  { light, standstill, doneOn, droppedBecause }: PartReading,
  lights: Lights,
): string {
  if (standstill) return `${lights[light]}: ${standstill.reason}`
  if (droppedBecause) return `${lights[light]}: ${droppedBecause}`
  return doneOn && light === 'done' ? `${lights[light]}, ${periodName(doneOn)}` : lights[light]
}

function standstills(parts: readonly PartReading[]): WordTable {
  return {
    head: ['Wat stilstaat', 'Sinds', 'Waarom', 'Wie aan zet is', 'Voor'],
    widths: [5, 3, 6, 3, 3],
    rows: parts.flatMap(({ standstill, ...part }) =>
      standstill
        ? [
            [
              nameOf(part),
              periodName(standstill.since),
              standstill.reason,
              standstill.mover,
              periodName(standstill.moveBy),
            ],
          ]
        : [],
    ),
    notes: [],
  }
}

function milestones(input: ProgrammeInput, { within, report }: PartsChoice): WordTable {
  const marks = input.milestones.filter(
    ({ lines, reports }) =>
      (within === undefined || lines.includes(within)) &&
      (report === undefined || reports.includes(report)),
  )
  const order = new Map(input.reading.parts.map(({ trajectory }, place) => [trajectory, place]))
  const inTree = [...marks].sort(
    (a, b) => (order.get(a.part.trajectory) ?? 0) - (order.get(b.part.trajectory) ?? 0),
  )
  return {
    head: ['Mijlpaal', 'Lijn', 'Rapportage', 'Wanneer', 'Stand'],
    widths: [8, 2, 2, 3, 3],
    rows: inTree.map(({ part, lines, reports, day, standing: stand }) => [
      part.title,
      lines.join(', '),
      reports.join(', '),
      day === null ? '' : periodName(day),
      STANDING_WORDS[stand],
    ]),
    notes: [],
  }
}

const LETTERS: Readonly<Record<string, string>> = {
  done: 'K',
  'under-way': 'B',
  stalled: 'S',
  dropped: 'X',
}
/** More columns than this do not fit on a page; quarters then take the place of months. */
const MOST_MONTHS = 12

function grid(input: ProgrammeInput, { within, from, until }: PartsChoice): WordTable {
  const rows = input.grid.rows.filter(({ part }) => isOfLine(part, within))
  const months = input.grid.months.filter(
    (month) => (from === undefined || month >= from) && (until === undefined || month <= until),
  )
  const columns = columnsOf(months)
  return {
    head: ['Actie', ...columns.map(({ head }) => head)],
    widths: [columns.length, ...columns.map(() => 1)],
    rows: rows.map(({ part, cells }) => [
      nameOf(part),
      ...columns.map((column) =>
        letterOf(cells.filter(({ month }) => column.months.includes(month))),
      ),
    ]),
    notes: [
      'K is klaar, B is bezig, S staat stil, X gaat niet door. P is gepland en nog niet begonnen; leeg is niet gepland.',
    ],
  }
}

function columnsOf(months: readonly string[]) {
  if (months.length <= MOST_MONTHS) {
    return months.map((month, place) => ({
      head: `${monthInBrief(month)}${place === 0 || month.endsWith('-01') ? ` ${month.slice(0, 4)}` : ''}`,
      months: [month],
    }))
  }
  const quarters = new Map<string, string[]>()
  for (const month of months) {
    const code = `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`
    quarters.set(code, [...(quarters.get(code) ?? []), month])
  }
  return [...quarters].map(([code, of]) => ({
    head: `${code.slice(6)}e kw. ${code.slice(0, 4)}`,
    months: of,
  }))
}

/** The light at the end of the months that have been, or that it is planned. */
function letterOf(cells: readonly GridCell[]): string {
  const light = cells.findLast((cell) => cell.light !== null)?.light ?? null
  return LETTERS[light ?? ''] ?? (cells.some(({ isPlanned }) => isPlanned) ? 'P' : '')
}

function decisions(parts: readonly PartReading[]): WordTable {
  return {
    head: ['Besluit', 'Wat besloten is'],
    widths: [3, 5],
    rows: parts.map(({ title, decided }) => [title, decided ?? 'nog niet']),
    notes: [],
  }
}

function risks(parts: readonly PartReading[]): WordTable {
  return {
    head: ['Risico', 'Kans', 'Gevolg', 'Wat ertegen gebeurt'],
    widths: [5, 2, 2, 6],
    rows: parts.flatMap(({ title, risk }) =>
      risk ? [[title, risk.chance, risk.impact, risk.measure]] : [],
    ),
    notes: [],
  }
}

function money({ money: { budgets } }: ProgrammeInput, { within }: PartsChoice): WordTable {
  const shown = budgets.filter((budget) => within === undefined || budget.line === within)
  return {
    head: ['Waarvoor', 'Jaar', 'Toegekend', 'Besteed', 'Nog verwacht', 'Over'],
    widths: [5, 2, 3, 3, 3, 3],
    rows: shown.map(({ title, year, granted, spent, forecast, left }) => [
      title,
      year ?? '',
      ...[granted, spent, forecast, left - forecast].map(formatCents),
    ]),
    notes: shown.flatMap(({ title, willExceed, extendedUntil }) => [
      ...(willExceed
        ? [
            willExceed.isSpent
              ? `${title}: er is meer uitgegeven dan er is toegekend, tot ${formatCents(willExceed.by)} te veel.`
              : `${title}: naar verwachting gaat het vanaf ${longMonth(willExceed.month)} over wat er is toegekend, tot ${formatCents(willExceed.by)} te veel.`,
          ]
        : []),
      ...(extendedUntil
        ? [`${title}: verlengd tot en met ${periodName(extendedUntil)}, zonder extra geld.`]
        : []),
    ]),
  }
}

function activities({ activities: counts, words }: ProgrammeInput): WordTable {
  return {
    head: ['Activiteit', 'Regio', 'Kwartaal', 'Keren', 'Deelnemers'],
    widths: [4, 4, 3, 2, 3],
    rows: counts.map(({ kind, region, quarter, times, participants }) => [
      capital(words.kinds[kind] ?? kind),
      region ?? 'landelijk',
      findPeriodWords(quarter) ?? quarter,
      formatCount(times),
      formatCount(participants),
    ]),
    notes: [],
  }
}

function moves({ moves: all = [], words }: ProgrammeInput, { within }: PartsChoice): WordTable {
  return {
    head: ['Onderdeel', 'Wat er veranderde', 'Van', 'Naar', 'Waarom'],
    widths: [5, 5, 3, 3, 3],
    rows: all.flatMap((move) => {
      const part = move.after ?? move.before
      if (!part || !isOfLine(part, within)) return []
      const ends = [move.from, move.to].map((value) =>
        value === null ? '' : moveValue(move, value, words.lights),
      )
      return [[nameOf(part), moveWords(move), ...ends, CAUSE_WORDS[move.cause]]]
    }),
    notes: [],
  }
}

/** What moved; of a number also what it is about. */
function moveWords({ kind, detail, before, after }: Move): string {
  if (kind !== 'measured' && kind !== 'aimed') return MOVE_WORDS[kind]
  const kept = [after, before].flatMap((part) => [...(part?.measured ?? []), ...(part?.aims ?? [])])
  const what = kept.find(({ key }) => key === detail)?.what
  return what === undefined ? MOVE_WORDS[kind] : `${MOVE_WORDS[kind]}: ${what}`
}

function moveValue({ kind }: Move, value: string, lights: Lights): string {
  if (kind === 'money' && /^-?\d+$/.test(value)) return formatCents(Number(value))
  if (Object.hasOwn(lights, value)) return lights[value as keyof Lights]
  return /^-?\d+(\.\d+)?$/.test(value) ? formatKept(Number(value)) : periodName(value)
}
