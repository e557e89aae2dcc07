import { findDay } from '../day.ts'
import type { RouteDefinition } from '../route.ts'

/** What contradicts itself in how long a route's files are kept. */
export function retentionMistakes(
  { retention = [], facts, events }: RouteDefinition,
  attributesOf: (fact: RouteDefinition['facts'][string]) => readonly string[],
): string[] {
  const mistakes: string[] = []
  let before = ''
  for (const { inForceFrom, rules } of retention) {
    const where = `retention from ${inForceFrom}`
    if (findDay(inForceFrom) === undefined) mistakes.push(`${where}: no such day`)
    if (inForceFrom <= before) mistakes.push(`${where}: does not follow on ${before}`)
    before = inForceFrom
    if (!rules.some(({ when }) => !when)) mistakes.push(`${where}: no rule for who fits no other`)
    const codes = rules.map(({ code }) => code)
    if (new Set(codes).size < codes.length) mistakes.push(`${where}: two rules share a code`)
    for (const rule of rules) {
      if (!Number.isInteger(rule.years) || rule.years < 1) {
        mistakes.push(`${rule.code}: years must be a whole number from 1`)
      }
      if (rule.from === 'birth' && events[rule.event]?.fields[rule.field]?.kind !== 'number') {
        mistakes.push(`${rule.code}: event "${rule.event}" has no number "${rule.field}"`)
      }
      const fact = rule.when && facts[rule.when.fact]
      if (rule.when && !(fact && attributesOf(fact).includes(rule.when.attribute))) {
        const { attribute, fact: name } = rule.when
        mistakes.push(`${rule.code}: no attribute "${attribute}" of a fact "${name}"`)
      }
    }
  }
  return mistakes
}
