import { handoverParts, isMadeByHandover, takesNamesOfHandover } from './access/handover.ts'
import { PARTY_EVENTS, PARTY_FACTS } from './access/party-events.ts'
import { RETRACTED } from './event.ts'
import { retentionMistakes } from './retention/check-retention.ts'
import type {
  AttributeRule,
  ClockDefinition,
  FactDefinition,
  RouteDefinition,
  SpellDefinition,
} from './route.ts'

/**
 * Checks a route against itself, so that a wrong definition never starts. Gives it with the events
 * and facts that every route has: who is party to a trajectory, and what is shared; and where
 * trajectories are assigned to somebody, how one is handed over.
 * @throws Error with all contradictions at once; a definition is code, so a mistake in it is a bug.
 */
export function defineRoute<const R extends RouteDefinition>(
  own: R & RouteDefinition,
): R & { readonly events: typeof PARTY_EVENTS; readonly facts: typeof PARTY_FACTS } {
  const handover = handoverParts(own)
  const route = {
    ...own,
    events: { ...own.events, ...PARTY_EVENTS, ...handover.events },
    facts: { ...own.facts, ...PARTY_FACTS, ...handover.facts },
  }
  const mistakes = [...findOverlap(own), ...findMistakes(route)]
  if (mistakes.length > 0) {
    throw new Error(`route ${route.code} contradicts itself:\n- ${mistakes.join('\n- ')}`)
  }
  return route
}

/** A route derived from another has what every route has already, to the letter. */
function findOverlap(own: RouteDefinition): string[] {
  const events = Object.entries(PARTY_EVENTS).flatMap(([type, event]) =>
    own.events[type] && own.events[type] !== event ? [type] : [],
  )
  const facts = Object.entries(PARTY_FACTS).flatMap(([name, fact]) =>
    own.facts[name] && own.facts[name] !== fact && !isMadeByHandover(own.facts[name]) ? [name] : [],
  )
  return [...events, ...facts, ...takesNamesOfHandover(own)].map(
    (name) => `"${name}" belongs to every route already`,
  )
}

function findMistakes(route: RouteDefinition): string[] {
  const mistakes: string[] = []
  const known = (type: string, where: string): boolean => {
    if (route.events[type]) return true
    mistakes.push(`${where}: no event type "${type}"`)
    return false
  }
  const knownField = (type: string, name: string, where: string) => {
    if (known(type, where) && !route.events[type]?.fields[name]) {
      mistakes.push(`${where}: event "${type}" has no field "${name}"`)
    }
  }
  if (route.events[RETRACTED]) mistakes.push(`"${RETRACTED}" belongs to every route already`)
  for (const rule of route.order) {
    known(rule.event, rule.code)
    if (rule.rule.kind !== 'once') for (const type of rule.rule.types) known(type, rule.code)
  }
  const codes = route.order.map((rule) => rule.code)
  if (new Set(codes).size < codes.length) mistakes.push('two order rules share a code')
  const terms = Object.values(route.facts).flatMap((fact) => ('code' in fact ? [fact.code] : []))
  if (new Set(terms).size < terms.length) mistakes.push('two terms share a code')
  for (const [name, fact] of Object.entries(route.facts)) {
    for (const type of fact.requires ?? []) known(type, name)
    checkGate(route, name, fact, mistakes)
    for (const [type, attributes] of openings(fact)) {
      known(type, name)
      if (fact.kind !== 'clock' && fact.key !== undefined) knownField(type, fact.key, name)
      for (const rule of Object.values(attributes)) {
        if (rule.from === 'field') knownField(type, rule.field, name)
        if (rule.from === 'first') knownField(rule.event, rule.field, name)
        if (rule.from === 'newest') {
          for (const other of rule.events) knownField(other, rule.field, name)
        }
      }
    }
    if (fact.kind === 'clock') {
      for (const type of clockTypes(fact)) known(type, name)
      checkPause(route, name, fact, mistakes)
      if (fact.agreed !== undefined) knownField(fact.from, fact.agreed, name)
      checkDueField(route, name, fact, mistakes)
    }
    if (fact.kind === 'spell') {
      checkBorrowing(name, fact, mistakes)
      for (const type of [...(fact.closes ?? []), ...(fact.endsForGood ?? [])]) known(type, name)
      if (fact.key !== undefined) {
        for (const type of fact.closes ?? []) knownField(type, fact.key, name)
        for (const type of fact.endsForGood ?? []) knownField(type, fact.key, name)
      }
    }
  }
  checkTexts(route, mistakes)
  checkState(route, mistakes)
  checkAssigned(route, mistakes)
  for (const [attribute, filter] of Object.entries(route.filters)) {
    const fact = route.facts[filter.fact]
    if (!fact) mistakes.push(`filter ${attribute}: no fact "${filter.fact}"`)
    else if (!attributesOf(fact).includes(attribute)) {
      mistakes.push(`filter ${attribute}: fact "${filter.fact}" has no such attribute`)
    }
  }
  checkAccess(route, mistakes)
  mistakes.push(...retentionMistakes(route, attributesOf))
  return mistakes
}

function checkAccess(route: RouteDefinition, mistakes: string[]) {
  for (const rule of route.access.parties) {
    if ('organisation' in rule) continue
    const fact = route.facts[rule.fact]
    if (!fact || !attributesOf(fact).includes(rule.attribute)) {
      mistakes.push(`access: no attribute "${rule.attribute}" of a fact "${rule.fact}"`)
    }
  }
  const steps = [['record', route.access.record] as const].concat(
    Object.entries(route.events).flatMap(([type, { may }]) => (may ? [[type, may] as never] : [])),
  )
  for (const [where, step] of steps) {
    for (const state of step.states ?? []) {
      if (state !== '' && !route.states[state]) mistakes.push(`${where}: no state "${state}"`)
    }
  }
}

function checkGate(route: RouteDefinition, name: string, fact: FactDefinition, mistakes: string[]) {
  if (!fact.while) return
  const gate = route.facts[fact.while.fact]
  if (gate?.kind !== 'spell' || gate.key !== undefined || gate.while) {
    mistakes.push(`${name}: "while" needs a spell without key and without a "while" of its own`)
  } else if (!attributesOf(gate).includes(fact.while.attribute)) {
    mistakes.push(`${name}: fact "${fact.while.fact}" has no attribute "${fact.while.attribute}"`)
  }
}

function checkAssigned({ facts, assigned }: RouteDefinition, mistakes: string[]) {
  if (!assigned) return
  const fact = facts[assigned.fact]
  if (fact?.kind !== 'spell' || fact.key !== undefined) {
    mistakes.push(`assigned: "${assigned.fact}" must be a spell without key`)
  } else if (!attributesOf(fact).includes(assigned.attribute)) {
    mistakes.push(`assigned: fact "${assigned.fact}" has no attribute "${assigned.attribute}"`)
  }
}

/** Nobody lets a term stand still without saying why. */
function checkPause(
  route: RouteDefinition,
  name: string,
  { pause }: ClockDefinition,
  mistakes: string[],
) {
  if (!pause) return
  if (!route.events[pause.from]?.fields[pause.reason]?.required) {
    mistakes.push(`${name}: "${pause.reason}" of event "${pause.from}" must be required`)
  }
}

function checkDueField(
  route: RouteDefinition,
  name: string,
  { from, term, agreed, pause }: ClockDefinition,
  mistakes: string[],
) {
  if (!('dueField' in term)) return
  const field = route.events[from]?.fields[term.dueField]
  if (field?.kind !== 'day' || !field.required) {
    mistakes.push(`${name}: "${term.dueField}" of event "${from}" must be a required day`)
  }
  if (pause) mistakes.push(`${name}: a due day that is named does not stand still`)
  if (agreed !== undefined) mistakes.push(`${name}: a due day is named or agreed, not both`)
}

/** What another event fills in must be filled in so by whichever event opens the spell. */
function checkBorrowing(name: string, { opens }: SpellDefinition, mistakes: string[]) {
  const openings = Object.values(opens)
  for (const attribute of new Set(openings.flatMap((each) => Object.keys(each)))) {
    const rules = openings.map((each) => each[attribute])
    if (!rules.some((rule) => rule?.from === 'first' || rule?.from === 'newest')) continue
    if (new Set(rules.map((rule) => JSON.stringify(rule))).size > 1) {
      mistakes.push(`${name}: "${attribute}" must be filled in alike by each event that opens it`)
    }
  }
}

/** An event never holds text about a person: that is kept apart, where it can be destroyed. */
function checkTexts({ subject, events }: RouteDefinition, mistakes: string[]) {
  if (subject !== 'family' && subject !== 'child' && subject !== 'worker') return
  for (const [type, { fields }] of Object.entries(events)) {
    for (const [name, { kind }] of Object.entries(fields)) {
      if (kind === 'text') mistakes.push(`${type}: "${name}" would be text about a person`)
    }
  }
}

function checkState(route: RouteDefinition, mistakes: string[]) {
  const state = route.facts.state
  if (state?.kind !== 'spell' || state.key !== undefined) {
    mistakes.push('a route needs a spell without key named "state"')
    return
  }
  for (const [type, attributes] of Object.entries(state.opens)) {
    const rule = attributes.state
    if (rule?.from !== 'fixed' || !route.states[rule.value]) {
      mistakes.push(`state: event "${type}" must lead to one of the route's states`)
    }
  }
}

/** The names of a fact's attributes, in the order of its definition. */
export function attributesOf(fact: FactDefinition): string[] {
  return [...new Set(openings(fact).flatMap(([, attributes]) => Object.keys(attributes)))]
}

/** The event types that begin a fact, each with its attributes. */
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

function clockTypes({ to, lapsesOn, pause }: ClockDefinition): string[] {
  return [
    to,
    ...(lapsesOn === undefined ? [] : [lapsesOn]),
    ...(pause ? [pause.from, pause.until] : []),
  ]
}
