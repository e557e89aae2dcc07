import { EVERYTHING, getMoment } from '@tijdig/core'
import type { FileBlock, TextCell } from '@tijdig/reports'
import { type TimelineEntry, timelineOf } from '../timeline.ts'
import type { FileSource } from './file-source.ts'
import { organisationWords } from './organisation-words.ts'
import {
  counted,
  dayOf,
  heading,
  line,
  paragraph,
  quietLine,
  strongLine,
  textTable,
} from './words.ts'

/** Everything that was ever recorded, with both clocks; also what was corrected or withdrawn. */
export function recordsSection(source: FileSource): FileBlock[] {
  const { plan, file } = source
  const entries = timelineOf(plan.route, file.trajectory.events, EVERYTHING)
  return [
    heading(2, 'gebeurd', 'Wat er is gebeurd'),
    paragraph(
      'Bij alles staat wanneer het gebeurde en wanneer het bij ons bekend werd. Wij wissen niets: bleek iets niet te kloppen, dan staat de verbetering ernaast. Is bij een verbetering gevraagd waarom, dan staat het antwoord erbij.',
    ),
    ...hiddenParagraph(source),
    textTable(
      'gebeurd-lijst',
      'Alles wat over uw gezin is opgeschreven',
      [
        ['Gebeurd op', 24],
        ['Wat', 50],
        ['Bij ons bekend op', 26],
      ],
      entries.map((entry) => rowOf(source, entry, entries)),
    ),
  ]
}

/** What who made the document may not see is said, and where it can be seen. */
function hiddenParagraph({ file: { hidden }, seenBy }: FileSource): FileBlock[] {
  const times = hidden.reduce((sum, { times: each }) => sum + each, 0)
  if (times === 0) return []
  const where =
    seenBy === null ? 'Vraag ernaar bij uw hulpverlener.' : `Vraag ernaar bij: ${seenBy}.`
  return [
    paragraph(
      `Let op: ${counted(times, 'gegeven staat', 'gegevens staan')} niet in dit overzicht. Wie het maakte, mag ${times === 1 ? 'dit' : 'deze'} in deze rol of voor dit doel niet zien. ${where}`,
    ),
  ]
}

function rowOf(
  source: FileSource,
  entry: TimelineEntry,
  entries: readonly TimelineEntry[],
): TextCell[] {
  const { words } = source
  const details = entry.details.map(({ label, value }) =>
    line(`${label}: ${organisationWords(source, label, value)}`),
  )
  const what = [strongLine(entry.label), ...details, ...fateOf(entry, entries, words.day)]
  return [
    [line(words.day(entry.validOn))],
    [...what, ...entry.remarks.map((remark) => quietLine(`Opmerking: ${remark}`))],
    [line(words.day(dayOf(getMoment(entry.recordedAt)))), ...delayOf(entry)],
  ]
}

/** What became of it: corrected, withdrawn, or in whose place it came. */
function fateOf(
  entry: TimelineEntry,
  entries: readonly TimelineEntry[],
  day: (day: string) => string,
): TextCell {
  const find = (id: string | null) => entries.find((each) => each.id === id)
  const [later, earlier] = [find(entry.supersededBy), find(entry.supersedes)]
  const since = later ? ` op ${day(dayOf(getMoment(later.recordedAt)))}` : ''
  if (entry.status === 'withdrawn') return [quietLine(`Geldt niet meer: ingetrokken${since}.`)]
  if (entry.status === 'corrected') {
    const now = later ? ` Nu staat er: ${later.label}, gebeurd op ${day(later.validOn)}.` : ''
    return [quietLine(`Geldt niet meer: verbeterd${since}.${now}`)]
  }
  if (!earlier) return []
  const was = `${earlier.label}, gebeurd op ${day(earlier.validOn)}`
  const why = entry.why === null ? '' : ` Waarom: ${entry.why}.`
  return [
    quietLine(
      entry.status === 'withdrawal' ? `Trekt in: ${was}.${why}` : `Verbetert: ${was}.${why}`,
    ),
  ]
}

function delayOf({ knownAfterDays }: TimelineEntry): TextCell {
  return knownAfterDays > 0 ? [quietLine(`${counted(knownAfterDays, 'dag', 'dagen')} later`)] : []
}
