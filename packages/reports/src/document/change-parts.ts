import type { Explanation, IndicatorLabels, Shown } from '@tijdig/figures'
import { longDay, longMoment } from '../wording/dutch-day.ts'
import { formatChange, formatPointChange } from '../wording/dutch-number.ts'
import { shownWords } from '../wording/shown-words.ts'
import type { Cell } from './cell.ts'
import { LAST_CODES } from './choose-codes.ts'
import type { ChangePart, FigurePart, FigureValue, QuestionAsked } from './document.ts'
import { codeWords, type Writer } from './writer.ts'

/** Why a figure moved, in the words of a reader; in the order in which they are told. */
export const CHANGE_PARTS = {
  late: 'Later bekend geworden',
  corrected: 'Verbeterd of ingetrokken',
  redefined: 'Anders gedefinieerd',
  happened: 'Echt gebeurd',
} as const satisfies Record<ChangePart, string>

/** What `rounded-5` rounds to. */
const ROUNDED_TO = 5

export const PARTS = Object.keys(CHANGE_PARTS) as readonly ChangePart[]

export function stoodStill(change: Explanation): boolean {
  return change.from === change.to && PARTS.every((part) => change[part] === 0)
}

/** The two readings, each by the clock in which they differ: `Bekend op 6 april 2023`. */
export function readingNames(
  earlier: QuestionAsked,
  now: QuestionAsked,
): readonly [string, string] {
  if (earlier.cutOff !== now.cutOff) {
    return [`Stand op ${longDay(earlier.cutOff)}`, `Stand op ${longDay(now.cutOff)}`]
  }
  if (earlier.knownAt !== now.knownAt) {
    return [`Bekend op ${longMoment(earlier.knownAt)}`, `Bekend op ${longMoment(now.knownAt)}`]
  }
  return ['Eerdere stand', 'Stand in dit rapport']
}

/** The earlier reading; where it lacks or may not be told, an error that blocks. */
export function comparedWith(writer: Writer, line: number): QuestionAsked | undefined {
  if (writer.input.template.protection === 'exact') return earlierReading(writer, line)
  return failRevealing(writer, line)
}

/** The same where each reading was protected before its parts were taken: these tell no more. */
export function comparedWithProtected(writer: Writer, line: number): QuestionAsked | undefined {
  const { explanations = [], template } = writer.input
  const asShown = explanations.every(
    ({ protection = 'exact' }) => protection === template.protection,
  )
  return asShown ? earlierReading(writer, line) : failRevealing(writer, line)
}

function failRevealing(writer: Writer, line: number): undefined {
  writer.fail(
    'explanation-would-reveal',
    line,
    'De delen van een verandering laten zien wat is afgerond. Haal dit weg, of zet het in een sjabloon met "protection: exact".',
  )
}

function earlierReading(writer: Writer, line: number): QuestionAsked | undefined {
  const { comparedWith: earlier, explanations } = writer.input
  if (earlier && explanations) return earlier
  writer.fail(
    'no-explanations',
    line,
    'Er is geen eerdere stand om mee te vergelijken. Zet de tag binnen {% if $explained %} of kies een eerdere stand.',
  )
  return undefined
}

/** One end, the difference or one part of a change, as a figure of the report. */
export function changeFigure(
  writer: Writer,
  labels: IndicatorLabels,
  change: Explanation,
  part: FigurePart,
): FigureValue {
  const level = part === 'from' || part === 'to'
  const value =
    part === 'difference' ? change.to - change.from : part in change ? change[part as 'from'] : 0
  const shown: Shown =
    change.protection === undefined
      ? { kind: 'exact', value }
      : { kind: 'rounded', value, to: ROUNDED_TO }
  const step = labels.kind === 'count' ? formatChange(value) : formatPointChange(value)
  const words = level
    ? shownWords(shown, {
        kind: labels.kind,
        place: 'table',
        decimals: labels.kind === 'share' ? 1 : 0,
      })
    : step
  return writer.figure(labels.code, [change.by], words, shown, part)
}

/** A cell in words; of what is unknown it must be said what. */
export function cellName(labels: IndicatorLabels, cell: Cell): string {
  const parts = Object.entries(cell).map(([dimension, code]) => {
    const words = codeWords(labels, dimension, code)
    if (!LAST_CODES.has(code)) return words
    return `${labels.dimensions[dimension]?.label.toLowerCase() ?? dimension} ${words}`
  })
  return parts.length === 0 ? labels.label : `${labels.label}, ${parts.join(', ')}`
}
