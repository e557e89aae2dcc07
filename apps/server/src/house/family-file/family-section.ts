import type { FileBlock, TextCell } from '@tijdig/reports'
import type { FamilyPerson } from '@tijdig/store'
import type { FileSource } from './file-source.ts'
import { dayOf, heading, line, paragraph, quietLine, textTable } from './words.ts'

const KINDS = { child: 'kind', parent: 'ouder', other: 'iemand anders' } as const

/** Who the family is. */
export function familySection({ file, words }: FileSource): FileBlock[] {
  const { persons, ending } = file
  const title = heading(2, 'gezin', 'Wie u bent')
  if (ending?.destroyedAt) {
    const day = words.day(dayOf(ending.destroyedAt))
    return [
      title,
      paragraph(
        `Wie u bent, is vernietigd op ${day}. Dat is niet meer terug te halen, ook niet door ons.`,
      ),
    ]
  }
  if (persons.length === 0) return [title, paragraph('Wij bewaren niet wie u bent.')]
  const rows = persons.map((person): TextCell[] => [
    [line(person.name ?? 'naam niet bekend'), quietLine(KINDS[person.kind])],
    detailsOf(person, words.day),
  ])
  return [
    title,
    paragraph(
      'Deze gegevens staan apart en zijn versleuteld. Alleen wie u helpt, kan ze lezen. Met de code wordt iemand in de rest van dit overzicht genoemd.',
    ),
    textTable(
      'gezin-personen',
      'Wie het gezin is',
      [
        ['Wie', 32],
        ['Wat wij bewaren', 68],
      ],
      rows,
    ),
  ]
}

function detailsOf(person: FamilyPerson, day: (day: string) => string): TextCell {
  const known: readonly (readonly [string, string | null])[] = [
    ['Geboren op', person.bornOn === null ? null : day(person.bornOn)],
    ['Burgerservicenummer', person.bsn],
    ['Adres', person.address?.replaceAll('\n', ', ') ?? null],
    ['Telefoon', person.phone],
    ['Notitie', person.note],
    ['Code', person.code],
  ]
  return known.flatMap(([label, value]) => (value === null ? [] : [line(`${label}: ${value}`)]))
}
