import type { PartsCounted } from '../template/programme-tags.ts'
import { formatCount } from '../wording/dutch-number.ts'
import { formatKept, periodName } from '../wording/programme-words.ts'
import type { KeptValue, PartsTable } from './document.ts'
import { type PartsChoice, partsTable } from './parts-table.ts'
import type { ProgrammeInput } from './programme-input.ts'
import type { Writer } from './writer.ts'

export interface PartsTag extends PartsChoice {
  readonly programme: string
  readonly caption: string
  /** The line of the template. */
  readonly at: number
}

/** A table of the parts of a programme; undefined where an error was found. */
export function buildParts(writer: Writer, tag: PartsTag): PartsTable | undefined {
  const input = programmeOf(writer, tag.programme, tag.at)
  if (!input) return undefined
  if (tag.within !== undefined && !input.reading.parts.some(({ code }) => code === tag.within)) {
    writer.fail(
      'unknown-part',
      tag.at,
      `Programma ${tag.programme} heeft geen onderdeel "${tag.within}". Verbeter "within".`,
    )
    return undefined
  }
  const { head, widths, rows, notes } = partsTable(input, tag)
  return {
    kind: 'parts',
    ...writer.nextTable(),
    caption: tag.caption,
    head,
    widths,
    rows,
    notes: rows.length === 0 ? ['Er is niets om te tonen.', ...notes] : notes,
  }
}

const ROUTES: Readonly<Record<PartsCounted, string>> = {
  lines: 'programme-line',
  goals: 'programme-goal',
  actions: 'programme-action',
  milestones: 'programme-milestone',
  decisions: 'programme-decision',
  risks: 'programme-risk',
  meetings: 'programme-meeting',
}

/** How many parts of a kind there are, on one light or in all. */
export function countParts(
  writer: Writer,
  tag: { programme: string; of: PartsCounted; light: string; within: string; at: number },
): KeptValue | undefined {
  const input = programmeOf(writer, tag.programme, tag.at)
  if (!input) return undefined
  const { programme, of, light, within } = tag
  const parts = input.reading.parts.filter(
    (part) =>
      part.route === ROUTES[of] &&
      (light === '' || part.light === light) &&
      (within === '' || part.line === within || part.alsoLines.includes(within)),
  )
  const key = [of, ...[light, within].filter((each) => each !== '')].join(' ')
  return writer.kept(programme, key, formatCount(parts.length))
}

/** A number or a day that a part keeps under a key, as it holds then. */
export function buildKept(
  writer: Writer,
  { programme, key, at }: { programme: string; key: string; at: number },
): KeptValue | undefined {
  const input = programmeOf(writer, programme, at)
  if (!input) return undefined
  for (const { measured, aims, days } of input.reading.parts) {
    const number = [...measured, ...aims].find((one) => one.key === key && one.isNewest)
    if (number) {
      const unit = number.unit === '%' || number.unit === 'procent' ? '\u00a0%' : ''
      return writer.kept(programme, key, `${formatKept(number.value)}${unit}`)
    }
    const day = days.find((one) => one.key === key && one.isNewest)
    if (day) return writer.kept(programme, key, periodName(day.day))
  }
  writer.fail(
    'unknown-part',
    at,
    `Programma ${programme} houdt op deze dag niets bij onder "${key}". Verbeter "key", of leg het eerst vast.`,
  )
  return undefined
}

function programmeOf(writer: Writer, code: string, line: number): ProgrammeInput | undefined {
  const found = writer.input.programmes?.get(code)
  if (!found || found.reading.parts.length === 0) {
    writer.fail(
      'unknown-programme',
      line,
      `Programma "${code}" is er op deze dag niet. Verbeter "programme", of kies een latere peildag.`,
    )
    return undefined
  }
  return found
}
