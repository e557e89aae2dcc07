import { attributesOf, type FactDefinition, findDay, type RouteDefinition } from '@tijdig/core'
import type { IndicatorDefinition, Measure } from './indicator.ts'

/**
 * Checks an indicator against its route, so that a wrong definition never starts.
 * @throws Error with all contradictions at once.
 */
export function defineIndicator<const I extends IndicatorDefinition>(
  route: RouteDefinition,
  indicator: I,
): I {
  const mistakes: string[] = []
  if (indicator.route !== route.code) mistakes.push(`it belongs to route "${indicator.route}"`)
  let before = ''
  for (const [place, version] of indicator.versions.entries()) {
    if (version.version !== place + 1) mistakes.push('versions count from 1')
    if (findDay(version.inForceFrom) === undefined || version.inForceFrom <= before) {
      mistakes.push(`version ${version.version}: the day it comes into force must follow the last`)
    }
    before = version.inForceFrom
    for (const measure of version.measures) checkMeasure(route, indicator, measure, mistakes)
  }
  if (mistakes.length > 0) {
    throw new Error(`indicator ${indicator.code} is wrong:\n- ${mistakes.join('\n- ')}`)
  }
  return indicator
}

function checkMeasure(
  route: RouteDefinition,
  indicator: IndicatorDefinition,
  measure: Measure,
  mistakes: string[],
) {
  const needed = new Set(Object.keys(measure.where ?? {}))
  let needsClock = measure.kind === 'share'
  const inherent = Object.values(indicator.dimensions).flatMap(({ source }) => source ?? [])
  if (inherent.some(({ from }) => from === 'started')) needsClock = true
  for (const source of inherent) {
    if (source.from === 'attribute') needed.add(source.attribute)
  }
  for (const [dimension, source] of Object.entries(measure.by)) {
    if (!indicator.dimensions[dimension]) mistakes.push(`no dimension "${dimension}"`)
    if (source.from === 'attribute') needed.add(source.attribute)
    if (source.from === 'outcome' || source.from === 'started') needsClock = true
  }
  if (measure.kind === 'distinct') {
    if (measure.of.kind === 'attribute') needed.add(measure.of.attribute)
    const grouped = Object.values(measure.by).some((by) => by.from === 'attribute' && by.groups)
    if (measure.facts.length !== 1 || grouped) {
      mistakes.push('what is counted once cannot be added up over facts or groups of codes')
    }
  }
  for (const table of measure.tables) {
    for (const dimension of table) {
      if (!measure.by[dimension])
        mistakes.push(`a table asks for "${dimension}", which is not given`)
    }
  }
  for (const name of measure.facts) {
    const fact: FactDefinition | undefined = route.facts[name]
    if (!fact) {
      mistakes.push(`no fact "${name}"`)
      continue
    }
    if (needsClock && fact.kind !== 'clock') mistakes.push(`fact "${name}" is no clock`)
    const attributes = attributesOf(fact)
    for (const attribute of needed) {
      if (!attributes.includes(attribute)) mistakes.push(`fact "${name}" has no "${attribute}"`)
    }
  }
}
