import { findMoment, ROLE_LABELS, type Role } from '@tijdig/core'
import type { FileDocument } from '@tijdig/reports'
import { familySection } from './family-section.ts'
import type { FileSource } from './file-source.ts'
import { glassSection, involvedSection, sharedSection } from './involved-section.ts'
import { keepingSection, rightsSection } from './keeping-section.ts'
import { looksSection } from './looks-section.ts'
import { recordsSection } from './records-section.ts'
import { stateSection, termsSection } from './state-section.ts'
import { dayOf, timeOf } from './words.ts'

/** Who gives the file, and when. */
interface Given {
  /** A moment in RFC 3339. */
  readonly at: string
  readonly by: string
  readonly role: Role
  readonly organisation: string
}

/** The document itself. */
export function writeFile(source: FileSource, { at, by, role, organisation }: Given): FileDocument {
  const { file, state, words } = source
  const moment = findMoment(at)
  if (moment === undefined) throw new Error(`not a moment: ${at}`)
  const { ending } = file
  return {
    format: 'tijdig-file/1',
    head: {
      title: 'Alles wat wij over uw gezin bewaren',
      subtitle: `traject ${file.trajectory.id}`,
      description:
        'In dit overzicht leest u wat wij over uw gezin bewaren, wie erbij betrokken is, met wie het is gedeeld, hoe lang wij het bewaren en wie ernaar keek.',
      language: 'nl',
      author: organisation,
      date: at,
      facts: [
        { term: 'Gemaakt op', words: `${words.day(dayOf(moment))}, ${timeOf(moment)} uur` },
        { term: 'Gemaakt door', words: `${by}, ${ROLE_LABELS[role]}` },
        { term: 'Soort traject', words: state.routeLabel },
        {
          term: 'Bewaard tot en met',
          words: ending === null ? 'nog niet bekend' : words.day(ending.endsOn),
        },
      ],
      contents: 'In dit overzicht',
      closing: `${organisation}: alles wat wij over uw gezin bewaren, zoals het was op ${words.day(dayOf(moment))}. Bewaar dit overzicht goed: er staan gegevens in die alleen voor u zijn.`,
    },
    blocks: [
      ...familySection(source),
      ...stateSection(source),
      ...recordsSection(source),
      ...termsSection(source),
      ...involvedSection(source),
      ...sharedSection(source),
      ...glassSection(source),
      ...keepingSection(source),
      ...looksSection(source),
      ...rightsSection(organisation),
    ],
  }
}
