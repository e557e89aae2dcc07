import type { Metadata } from '../document/document.ts'
import { dayWordsOfMoment, longDay, longMoment } from '../wording/dutch-day.ts'
import { formatCount } from '../wording/dutch-number.ts'

/** What stands at the head of a report: by which clocks it was read and how it can be checked. */
export interface Fact {
  readonly term: string
  readonly words: string
  /** A name for machines, which is set apart and may be broken anywhere. */
  readonly code?: boolean
  /** Takes a line of its own. */
  readonly long?: boolean
}

export function factsOf(metadata: Metadata): readonly Fact[] {
  const { publication, question, comparedWith, definitions } = metadata
  // A report that counts nothing has nothing to define or to protect.
  const counts = definitions.length > 0
  return [
    {
      term: 'Uitgave',
      words: publication
        ? `${publication.address ?? `Nummer ${formatCount(publication.number)}`}, ${dayWordsOfMoment(publication.publishedAt)}`
        : 'Voorbeeld, nog niet gepubliceerd',
    },
    { term: 'Peildag', words: longDay(question.cutOff) },
    { term: 'Zoals bekend op', words: longMoment(question.knownAt) },
    ...(comparedWith
      ? [
          {
            term: 'Vergeleken met',
            words: `${longDay(comparedWith.cutOff)}, zoals bekend op ${longMoment(comparedWith.knownAt)}`,
          },
        ]
      : []),
    ...(counts ? [{ term: 'Bescherming', words: PROTECTION[metadata.protection] }] : []),
    ...(publication
      ? [{ term: 'Plaats in het logboek', words: formatCount(publication.position) }]
      : []),
    ...(counts ? [{ term: 'Definities', words: definitionWords(metadata), long: true }] : []),
    ...(publication
      ? [{ term: 'Controlegetal', words: publication.logHash, code: true, long: true }]
      : []),
  ]
}

const PROTECTION = {
  exact: 'Aantallen zoals geteld',
  'rounded-5': 'Aantallen afgerond op 5, zodat niemand te herkennen is',
  'rounded-5-hidden-10':
    'Aantallen afgerond op 5; kleine aantallen in tabellen met meer dan één verdeling niet getoond',
} as const satisfies Record<Metadata['protection'], string>

/** The versions in a line: those that differ by name, the others together. */
function definitionWords({ definitions }: Metadata): string {
  const named = definitions.filter(({ version, pinned }) => pinned || version !== 1)
  const told = named.map(
    ({ label, version, pinned }) =>
      `${label}: definitie ${version}${pinned ? ' (vastgehouden)' : ''}`,
  )
  if (named.length === definitions.length) return told.join('; ')
  return [...told, named.length === 0 ? 'Overal definitie 1' : 'de andere: definitie 1'].join('; ')
}
