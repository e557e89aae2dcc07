import type { RouteDefinition } from '@tijdig/core'
import type { FileBlock, TextCell } from '@tijdig/reports'
import type { Look } from '@tijdig/store'
import { nameOf } from '../organisations.ts'
import type { FileSource } from './file-source.ts'
import { capacityWords, lookWords } from './look-words.ts'
import { counted, dayOf, heading, line, paragraph, quietLine, textTable, timeOf } from './words.ts'

/** Who looked, first together and then a day and a person each; the latest day first. */
export function looksSection(source: FileSource): FileBlock[] {
  const {
    file: { looks },
    words,
  } = source
  const title = heading(2, 'gekeken', 'Wie keek')
  const people = groupBy(looks, ({ by, organisation }) => JSON.stringify([by?.id, organisation]))
  const days = groupBy(looks, ({ at }) => dayOf(at))
  const blocks = [
    title,
    paragraph(
      `Van elke keer dat iemand uw dossier opent, zoekt of verandert, wordt vanzelf opgeschreven wie dat was. U hebt het recht dat te weten. Het gebeurde ${counted(looks.length, 'keer', 'keer')}, op ${counted(days.size, 'dag', 'dagen')}, door ${counted(people.size, 'persoon', 'mensen')}. Dat u dit overzicht kreeg, staat er ook bij.`,
    ),
    textTable(
      'gekeken-mensen',
      'Wie keek, samen',
      [
        ['Wie', 46],
        ['Hoe vaak', 20],
        ['Van en tot', 34],
      ],
      [...people.values()].sort((a, b) => b.length - a.length).map((own) => personRow(source, own)),
    ),
    paragraph('Hieronder staat elke keer, met het tijdstip. De nieuwste dag staat bovenaan.'),
  ]
  const months = groupBy([...days].reverse(), ([day]) => day.slice(0, 7))
  for (const [month, own] of months) {
    blocks.push(
      heading(3, `gekeken-${month}`, words.month(month)),
      textTable(
        `gekeken-lijst-${month}`,
        `Wie keek in ${words.month(month)}`,
        [
          ['Dag', 22],
          ['Wie', 36],
          ['Wat', 42],
        ],
        own.flatMap(([day, onDay]) => dayRows(source, day, onDay)),
      ),
    )
  }
  return blocks
}

function personRow({ organisations, words }: FileSource, own: readonly Look[]): TextCell[] {
  const [first, last] = [own[0] as Look, own.at(-1) as Look]
  const days = [...new Set([first, last].map(({ at }) => words.day(dayOf(at))))]
  return [
    whoCell(organisations, first, false),
    [line(counted(own.length, 'keer', 'keer'))],
    [line(days.join(' tot en met '))],
  ]
}

function dayRows(source: FileSource, day: string, onDay: readonly Look[]): TextCell[][] {
  const { organisations, plan, words } = source
  const people = groupBy(onDay, ({ by, role, organisation, purpose }) =>
    JSON.stringify([by?.id, role, organisation, purpose]),
  )
  return [...people.values()].map((own) => [
    [line(words.day(day))],
    whoCell(organisations, own[0] as Look, true),
    doneLines(plan.route, own),
  ])
}

function whoCell(
  organisations: FileSource['organisations'],
  look: Look,
  withCapacity: boolean,
): TextCell {
  const { by, organisation } = look
  if (by === null) return [line('Tijdig zelf'), quietLine('het programma, door de beheerder')]
  return [
    line(by.name),
    ...(organisation === null ? [] : [quietLine(nameOf(organisations, organisation))]),
    ...(withCapacity ? [quietLine(capacityWords(look))] : []),
  ]
}

/** What somebody did on a day, each thing once, with all its times. */
function doneLines(route: RouteDefinition, own: readonly Look[]): TextCell {
  return [...groupBy(own, (look) => lookWords(route, look))].map(([words, looks]) => {
    const times = [...groupBy(looks, ({ at }) => timeOf(at))].map(([time, same]) =>
      same.length === 1 ? time : `${time} (${same.length} keer)`,
    )
    return line(`${words}: ${times.join(', ')}\u00a0uur`)
  })
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const key = keyOf(value)
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return groups
}
