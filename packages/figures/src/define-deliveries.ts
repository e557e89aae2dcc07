import { findDay, type RouteDefinition } from '@tijdig/core'
import { findMeasure } from './calculate.ts'
import type { DeliveryDefinition } from './delivery.ts'
import type { IndicatorDefinition } from './indicator.ts'

/**
 * Checks deliveries against their route and its indicators, so that a wrong definition never starts.
 * @throws Error with all contradictions at once.
 */
export function defineDeliveries(
  route: RouteDefinition,
  indicators: readonly IndicatorDefinition[],
  deliveries: readonly DeliveryDefinition[],
): readonly DeliveryDefinition[] {
  const codes = deliveries.map(({ code }) => code)
  const mistakes = deliveries.flatMap((delivery, place) => [
    ...(codes.indexOf(delivery.code) === place ? [] : [`delivery ${delivery.code} stands twice`]),
    ...mistakesOf(route, indicators, delivery).map(
      (mistake) => `delivery ${delivery.code}: ${mistake}`,
    ),
  ])
  if (mistakes.length > 0) {
    throw new Error(`the deliveries of ${route.code} are wrong:\n- ${mistakes.join('\n- ')}`)
  }
  return deliveries
}

function mistakesOf(
  route: RouteDefinition,
  indicators: readonly IndicatorDefinition[],
  delivery: DeliveryDefinition,
): string[] {
  const { parties, due, from, figures } = delivery
  const mistakes: string[] = []
  if (delivery.route !== route.code) mistakes.push(`it belongs to route "${delivery.route}"`)
  if (!delivery.code.startsWith(`${route.code}.`)) mistakes.push('its code begins with its route')
  if (delivery.label.trim() === '') mistakes.push('it has a label')
  if (delivery.source.trim() === '') mistakes.push('it has a source')
  if (findDay(`${from}-01`) === undefined) mistakes.push(`"${from}" is no month`)
  if (parties.length === 0) mistakes.push('nobody delivers it')
  if (new Set(parties.map(({ institution }) => institution)).size < parties.length) {
    mistakes.push('an institution delivers it to one receiver')
  }
  for (const { institution, receiver } of parties) {
    if (institution === receiver) mistakes.push(`${institution} delivers to itself`)
  }
  const longest = { days: 28, weeks: 4, months: 0, 'working-days': 18 }[due.unit]
  if (due.length < 1 || due.length > longest) {
    mistakes.push('it is made after the month, and before the next one is over')
  }
  if (!route.access.deliveries) mistakes.push('its route says of nobody that they may see it')
  if (figures.length === 0) mistakes.push('it holds no figures')
  for (const { indicator: code, by } of figures) {
    const indicator = indicators.find((each) => each.code === code)
    const able = indicator?.versions.every((version) => findMeasure(indicator, version, by))
    if (!able) mistakes.push(`${code} gives no table by ${by.join(', ')}`)
  }
  return mistakes
}
