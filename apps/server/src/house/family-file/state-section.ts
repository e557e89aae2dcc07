import type { FileBlock, TextCell } from '@tijdig/reports'
import type { StateOfAffairs } from '../state-of-affairs.ts'
import type { FileSource } from './file-source.ts'
import { organisationWords } from './organisation-words.ts'
import { heading, line, paragraph, quietLine, textTable } from './words.ts'

/** How it stands now. */
export function stateSection(source: FileSource): FileBlock[] {
  const { state, words } = source
  const now = state.state
    ? `Het traject is nu: ${state.state.label}${state.stateSince ? `, sinds ${words.day(state.stateSince)}` : ''}.`
    : 'Het traject is niet begonnen.'
  const rows = state.facts.map(({ label, value, since, key }): TextCell[] => [
    [line(label), ...(key === null ? [] : [quietLine(key)])],
    [line(organisationWords(source, label, value))],
    [line(words.day(since))],
  ])
  if (rows.length === 0) return [heading(2, 'stand', 'Hoe het nu staat'), paragraph(now)]
  const columns = [
    ['Wat', 34],
    ['Zo staat het er', 41],
    ['Sinds', 25],
  ] as const
  return [
    heading(2, 'stand', 'Hoe het nu staat'),
    paragraph(now),
    textTable('stand-feiten', 'Wat er nu geldt', columns, rows),
  ]
}

/** What had to be done by when, and what became of it. */
export function termsSection({ state, words }: FileSource): FileBlock[] {
  const title = heading(2, 'termijnen', 'Wat op tijd moest gebeuren')
  if (state.clocks.length === 0) return [title, paragraph('Er is nog geen termijn begonnen.')]
  const rows = state.clocks.map((clock): TextCell[] => [
    [line(clock.label), quietLine(`${clock.norm}. Bron: ${clock.source}`)],
    [
      line(`Begonnen op ${words.day(clock.startedOn)}`),
      line(
        clock.dueOn === null ? 'De termijn staat stil' : `Uiterlijk op ${words.day(clock.dueOn)}`,
      ),
    ],
    [line(outcomeWords(clock, words.day))],
  ])
  const columns = [
    ['Wat', 42],
    ['Wanneer', 30],
    ['Hoe het ging', 28],
  ] as const
  return [
    title,
    paragraph('Voor sommige stappen staat vast hoe snel ze moeten. Hier ziet u of dat is gelukt.'),
    textTable('termijnen-lijst', 'Termijnen en hoe het ging', columns, rows),
  ]
}

function outcomeWords(
  { outcome, metOn }: StateOfAffairs['clocks'][number],
  day: (day: string) => string,
): string {
  const met = metOn === null ? '' : ` op ${day(metOn)}`
  switch (outcome) {
    case 'in-time':
      return `Op tijd gedaan,${met}.`
    case 'late':
      return `Te laat gedaan,${met}.`
    case 'overdue':
      return 'Nog niet gedaan, en te laat.'
    case 'running':
      return 'Loopt nog.'
    case 'lapsed':
      return 'Het hoefde niet meer.'
    default:
      return outcome satisfies never
  }
}
