import { cellKey, type Explanation } from '@tijdig/figures'
import type { ReportFigures } from './compose-report.ts'
import { isChanged } from './explain-tables.ts'
import type { FrozenPublication } from './frozen-publication.ts'
import type { Difference } from './verification.ts'

const PARTS = ['from', 'late', 'corrected', 'redefined', 'happened', 'to'] as const

/** Each change since the delivery before that comes out otherwise, or stands on one side only. */
export function changeDifferences(
  { document }: FrozenPublication,
  { change }: ReportFigures,
): Difference[] {
  const { changes } = document
  if (!changes) return []
  const published = new Map(changes.map((each) => [cellKey(each), wordsOf(each)]))
  const now = new Map(
    (change?.explanations ?? [])
      .filter(isChanged)
      .map((each) => [cellKey(each), wordsOf(each)] as const),
  )
  return [...new Set([...published.keys(), ...now.keys()])].flatMap((key): Difference[] => {
    const [before, after] = [published.get(key), now.get(key)]
    if (before === after) return []
    const absent = 'staat er niet'
    return [
      {
        what: 'figure',
        name: `verandering van ${key}`,
        published: before ?? absent,
        recalculated: after ?? absent,
      },
    ]
  })
}

function wordsOf(explanation: Omit<Explanation, 'protection'>): string {
  return PARTS.map((part) => explanation[part]).join(' ')
}
