import type { FactDefinition } from '@tijdig/core'

/**
 * What a fact is without the words that people see and whom it warns: other words, and others who
 * are told, do not make another fact.
 */
export function factMeaning(fact: FactDefinition): unknown {
  const { label: _, ...meaning } = fact
  if (meaning.kind !== 'clock') return meaning
  const { norm: _norm, source: _source, warnings: _warnings, ...clock } = meaning
  return clock
}
