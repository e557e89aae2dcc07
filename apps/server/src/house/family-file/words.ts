import { dayOfMoment, formatDay, type Moment } from '@tijdig/core'
import type { FileBlock, TextCell, TextTable } from '@tijdig/reports'
import { reporting } from '../reporting.ts'

type Inline = TextCell[number][number]

const CLOCK = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** How days and months are written, as in reports. */
export interface DayWords {
  /** `2023-03-31` becomes `31 maart 2023`. */
  readonly day: (day: string) => string
  /** `2023-03` becomes `maart 2023`. */
  readonly month: (month: string) => string
}

export async function dayWords(): Promise<DayWords> {
  const { longDay, longMonth } = await reporting()
  return { day: longDay, month: longMonth }
}

/** The day of a moment in the Netherlands: `2023-03-31`. */
export function dayOf(moment: Moment): string {
  return formatDay(dayOfMoment(moment))
}

/** The time of a moment in the Netherlands: `09.30`. */
export function timeOf(moment: Moment): string {
  return CLOCK.format(Math.floor(moment / 1_000)).replace(':', '.')
}

export function heading(level: 2 | 3, id: string, words: string): FileBlock {
  return { kind: 'heading', level, id, inlines: [plain(words)] }
}

export function paragraph(words: string): FileBlock {
  return { kind: 'paragraph', inlines: [plain(words)] }
}

export function list(items: readonly string[]): FileBlock {
  return {
    kind: 'list',
    ordered: false,
    items: items.map((words) => [{ kind: 'paragraph', inlines: [plain(words)] }]),
  }
}

export function textTable(
  id: string,
  label: string,
  columns: readonly (readonly [head: string, width: number])[],
  rows: TextTable['rows'],
): FileBlock {
  const head = columns.map(([words]) => words)
  const widths = columns.map(([, width]) => width)
  return { kind: 'text-table', id, label, head, widths, rows }
}

/** A line of a cell. */
export function line(words: string): readonly Inline[] {
  return [plain(words)]
}

export function strongLine(words: string): readonly Inline[] {
  return [{ kind: 'strong', inlines: [plain(words)] }]
}

/** A line that stands back. */
export function quietLine(words: string): readonly Inline[] {
  return [{ kind: 'em', inlines: [plain(words)] }]
}

function plain(text: string): Inline {
  return { kind: 'text', text }
}

/** `1 keer`, `12 keer`; `1 dag`, `3 dagen`. */
export function counted(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`
}
