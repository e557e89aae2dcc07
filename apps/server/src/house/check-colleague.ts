import { type Event, err, ok, type Result, type RouteDefinition } from '@tijdig/core'
import type { Colleague } from '@tijdig/store'
import type { Visitor } from '../sign-in/visitor.ts'
import { type HouseError, houseError } from './house-error.ts'

/** The field of an event type that names to whom a trajectory is assigned; undefined: none does. */
export function colleagueField(
  { assigned, facts }: RouteDefinition,
  type: string,
): string | undefined {
  if (assigned && type === 'handoverBegan') return 'worker'
  const fact = assigned && facts[assigned.fact]
  if (fact?.kind !== 'spell') return undefined
  const rule = fact.opens[type]?.[assigned?.attribute ?? '']
  return rule?.from === 'field' ? rule.field : undefined
}

/**
 * Refuses to assign a trajectory to a code that is nobody's in the own organisation: it would be on
 * nobody's list. Programs bring in the codes of another system, and are let through.
 */
export function checkColleague(
  { actor }: Visitor,
  colleagues: readonly Colleague[],
  route: RouteDefinition,
  known: readonly Event[],
  event: Event,
): Result<undefined, HouseError> {
  const field = colleagueField(route, event.type)
  const code = field === undefined ? undefined : event.data[field]
  if (field === undefined || code === undefined || actor.person === null) return ok(undefined)
  // With whom it is completed, was chosen when it began.
  if (event.type === 'handoverCompleted') return ok(undefined)
  // Who corrects the day of an assignment leaves standing to whom it was.
  const old = known.find(({ id }) => id === event.supersedes)
  if (old?.data[field] === code) return ok(undefined)
  if (colleagues.some((each) => each.code === code)) return ok(undefined)
  const reason = 'Deze code is van niemand in uw organisatie. Kies een collega uit de lijst.'
  return err(houseError('colleague-unknown', reason, `data.${field}`))
}
