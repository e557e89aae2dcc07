import type { FactDefinition } from '@tijdig/core'

/** What a fact is without the words that people see: other words do not make another fact. */
export function factMeaning(fact: FactDefinition): unknown {
  const { label: _, ...meaning } = fact
  if (meaning.kind !== 'clock') return meaning
  const { norm: _norm, source: _source, ...clock } = meaning
  return clock
}
