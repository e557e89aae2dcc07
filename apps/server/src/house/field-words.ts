import type {
  AttributeRule,
  FactDefinition,
  FieldDefinition,
  FieldValue,
  RouteDefinition,
} from '@tijdig/core'
import { sharedFieldWords } from './field-choices.ts'
import { kindWords } from './kind-words.ts'

/** A value of a field in words; a code that the list does not have shows itself. */
export function valueWords(field: FieldDefinition | undefined, value: FieldValue): string {
  if (typeof value === 'boolean') return value ? 'ja' : 'nee'
  const choices = field?.choices ?? {}
  const code = String(value)
  const said = field && kindWords(field.kind, code)
  if (said !== undefined) return said
  return (Object.hasOwn(choices, code) ? choices[code] : undefined) ?? code
}

/** How an attribute of a fact is called, and how its values are said. */
export interface AttributeWords {
  readonly label: string
  readonly say: (code: string) => string
}

/** The words for an attribute; undefined where it says nothing that the rest does not (a month). */
export function attributeWords(
  route: RouteDefinition,
  name: string,
  attribute: string,
): AttributeWords | undefined {
  const fact = route.facts[name]
  if (!fact) return undefined
  const rules = openings(fact).flatMap(([type, attributes]) => {
    const rule = attributes[attribute]
    return rule ? [{ type, rule }] : []
  })
  if (name === 'share' && attribute === 'fields') {
    return { label: 'Welke gegevens', say: (names) => sharedFieldWords(route, names) }
  }
  const lent = rules.map(({ type, rule }) => fieldOf(route, type, rule)).find(Boolean)
  if (lent) return { label: lent.label, say: (code) => valueWords(lent, code) }
  const fixed = rules.filter(({ rule }) => rule.from === 'fixed')
  if (fixed.length === 0) return undefined
  return { label: fact.label, say: (code) => fixedWords(route, fixed, code) }
}

/** A value that stands fixed in the definition: a state has a label, others that of their event. */
function fixedWords(
  route: RouteDefinition,
  rules: readonly { readonly type: string; readonly rule: AttributeRule }[],
  code: string,
): string {
  const state = route.states[code]
  if (state) return state.label
  const opened = rules.find(({ rule }) => rule.from === 'fixed' && rule.value === code)
  return (opened && route.events[opened.type]?.label) ?? code
}

function fieldOf(
  route: RouteDefinition,
  type: string,
  rule: AttributeRule,
): FieldDefinition | undefined {
  if (rule.from === 'field') return route.events[type]?.fields[rule.field]
  if (rule.from === 'first') return route.events[rule.event]?.fields[rule.field]
  if (rule.from === 'newest') {
    return rule.events.map((event) => route.events[event]?.fields[rule.field]).find(Boolean)
  }
  return undefined
}

function openings(
  fact: FactDefinition,
): [type: string, attributes: Readonly<Record<string, AttributeRule>>][] {
  switch (fact.kind) {
    case 'spell':
      return Object.entries(fact.opens)
    case 'occurrence':
      return [[fact.of, fact.attributes]]
    case 'clock':
      return [[fact.from, fact.attributes]]
    default:
      return fact satisfies never
  }
}
