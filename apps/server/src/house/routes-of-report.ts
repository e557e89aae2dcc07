import type { Template } from '@tijdig/reports'
import { type House, indicatorsOf } from './house.ts'
import { reporting } from './reporting.ts'

/**
 * The routes of which a template takes its figures: the one that its head names first, then the
 * others in the order of the catalogue. Which these are, follows from its indicators.
 */
export async function routesOfTemplate(house: House, template: Template): Promise<string[]> {
  const { usedIndicators } = await reporting()
  return routesOfIndicators(house, template.route, usedIndicators(template))
}

/** The main route, and each other of which one of the indicators is. */
export function routesOfIndicators(
  house: Pick<House, 'catalogue' | 'plans'>,
  main: string,
  indicators: Iterable<string>,
): string[] {
  const used = new Set(indicators)
  const others = [...house.plans.keys()].filter(
    (route) => route !== main && indicatorsOf(house, route).some(({ code }) => used.has(code)),
  )
  return [main, ...others]
}
