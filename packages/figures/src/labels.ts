import type { RouteDefinition } from '@tijdig/core'
import { factMeaning } from './fact-meaning.ts'
import type { IndicatorLabels } from './figure.ts'
import type { IndicatorDefinition } from './indicator.ts'
import { versionHash } from './versions.ts'

/** An indicator in the words and hashes that screens, reports and publications show. */
export function labelsOf(route: RouteDefinition, indicator: IndicatorDefinition): IndicatorLabels {
  const [first] = indicator.versions
  return {
    code: indicator.code,
    label: indicator.label,
    unit: indicator.unit,
    kind: first.measures[0]?.kind === 'share' ? 'share' : 'count',
    versions: indicator.versions.map((version) => ({
      version: version.version,
      inForceFrom: version.inForceFrom,
      words: version.words,
      hash: versionHash(
        version,
        version.measures.flatMap((measure) =>
          measure.facts.map((fact) => factWithGate(route, fact)),
        ),
      ),
    })),
    dimensions: Object.fromEntries(
      Object.entries(indicator.dimensions).map(([code, { label, values }]) => [
        code,
        { label, values },
      ]),
    ),
    tables: indicator.versions.at(-1)?.measures.flatMap((measure) => measure.tables) ?? [],
  }
}

/** A fact's meaning beside that of the one it waits for: together they say what is counted. */
function factWithGate(route: RouteDefinition, name: string): unknown {
  const fact = route.facts[name]
  const gate = fact?.while && route.facts[fact.while.fact]
  return [fact && factMeaning(fact), gate && factMeaning(gate)]
}
