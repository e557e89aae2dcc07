import type { Programme } from '@tijdig/server/contract'
import { formatCount } from '@tijdig/ui'

type Counts = Programme['activities']

/** What the kinds of activities are called: one of them, and more. */
const KIND_WORDS: Readonly<Record<string, readonly [one: string, more: string]>> = {
  session: ['bijeenkomst', 'bijeenkomsten'],
  interview: ['gesprek', 'gesprekken'],
  training: ['training', 'trainingen'],
  workshop: ['workshop', 'workshops'],
  mediation: ['bemiddeling', 'bemiddelingen'],
  question: ['opgepakte vraag', 'opgepakte vragen'],
  study: ['onderzoek', 'onderzoeken'],
  pilot: ['proef', 'proeven'],
}

export function kindInWords(kind: string, count: number): string {
  return KIND_WORDS[kind]?.[count === 1 ? 0 : 1] ?? kind
}

/** How many there are of each kind over all quarters and regions: "27 trainingen". */
export function totalsInWords(activities: Counts): string[] {
  const totals = new Map<string, number>()
  for (const { kind, activities: count } of activities)
    totals.set(kind, (totals.get(kind) ?? 0) + count)
  return [...totals].map(([kind, count]) => `${formatCount(count)} ${kindInWords(kind, count)}`)
}
