import {
  type Action,
  dayOfMoment,
  err,
  type FieldValue,
  formatDay,
  isHandoverEvent,
  type Knowledge,
  ok,
  PARTY_EVENTS,
  type RecordedEvent,
  type Result,
  type RouteDefinition,
} from '@tijdig/core'
import type { Actor, SeenTrajectory } from '@tijdig/store'
import type { Visitor } from '../sign-in/visitor.ts'
import { isAboutFamily } from './about-family.ts'
import { type MayCorrect, mayCorrect } from './correct-event.ts'
import { fieldChoices } from './field-choices.ts'
import { handoverRefusal } from './handover.ts'
import { type HandoverView, handoverView } from './handover-view.ts'
import type { Premises } from './house.ts'
import type { HouseError } from './house-error.ts'
import {
  type AskedTrajectory,
  readTrajectoryQuestion,
  type TrajectoryView,
  trajectoryUnknown,
} from './look-up-trajectory.ts'
import { inNames, namesIn } from './names-in.ts'
import { type Directory, nameOf, type Organisations, organisationsOf } from './organisations.ts'
import { may, mayAtAll } from './permission.ts'
import { mayKnowFamilies } from './persons.ts'
import { type PlaceInProgramme, placeInProgramme } from './programmes/place-in-programme.ts'
import { stateOfAffairs } from './state-of-affairs.ts'
import { type StepView, stepsFor, stepView } from './steps.ts'
import { type TimelineEntry, timelineOf } from './timeline.ts'

/** A trajectory as somebody may see it, with who has to do with it and what may be done now. */
export interface VisitedTrajectory extends Omit<TrajectoryView, 'timeline'> {
  readonly timeline: VisitedEntry[]
  /** How many events one sees of it; to send along with what is recorded. */
  readonly seen: number
  /** What is to be filled in to correct what stands in the timeline, once for each type. */
  readonly corrections: StepView[]
  readonly relation: keyof typeof RELATION_LABELS
  readonly relationLabel: string
  readonly parties: {
    organisation: string
    name: string
    team: string | null
    receiving: string | null
  }[]
  readonly handover: HandoverView | null
  readonly place: PlaceInProgramme | null
  readonly shares: {
    organisation: string
    name: string
    fields: { code: string; label: string }[]
    until: string
  }[]
  readonly sharedFields: { code: string; label: string }[]
  readonly steps: StepView[]
  readonly mayShare: boolean
  readonly hasFamily: boolean
  readonly mayGiveFile: boolean
  readonly shareable: { code: string; label: string }[]
}

/** An event, with what one may do about it. */
interface VisitedEntry extends TimelineEntry {
  readonly may: MayCorrect
  /** What was filled in, to correct it; null where one may not. */
  readonly data: Record<string, FieldValue> | null
}

const RELATION_LABELS = {
  party: 'uw organisatie is betrokken',
  'other-team': 'een ander team van uw organisatie is betrokken',
  shared: 'met uw organisatie gedeeld',
  glass: 'u brak het glas',
} as const

/** Finds a trajectory for who signed in; the same answer where there is none and where it is foreign. */
export async function seeTrajectory(
  house: Premises,
  { actor, visit }: Visitor,
  { route, id }: { readonly route: string; readonly id: string },
  action: Action = 'see',
): Promise<Result<SeenTrajectory, HouseError>> {
  const able = mayAtAll(house, actor, route, action)
  if (!able.ok) return able
  const seen = await visit.findTrajectory(route, id)
  return seen ? ok(seen) : err(trajectoryUnknown())
}

/** Reads as much of one trajectory as may be seen, with the same fold as the figures. */
export async function visitTrajectory(
  house: Premises,
  visitor: Visitor,
  directory: Directory,
  asked: AskedTrajectory,
): Promise<Result<VisitedTrajectory, HouseError>> {
  const question = readTrajectoryQuestion(house, asked)
  if (!question.ok) return question
  const { plan, cutOff, knowledge } = question.value
  const found = await seeTrajectory(house, visitor, asked)
  if (!found.ok) return found
  const seen = found.value
  const shareable = shareableFields(house, visitor.actor, plan.route, seen)
  const organisations = await organisationsOf(directory)
  const named = await namesIn(visitor, directory, organisations, plan.route, seen.events)
  return ok({
    id: seen.id,
    ...inNames(named, seen.events, {
      ...stateOfAffairs(plan, seen.events, knowledge, cutOff),
      ...timelineView(house, visitor.actor, plan.route, seen, knowledge),
    }),
    handover: handoverView(plan, seen, named, knowledge, cutOff),
    place: await placeInProgramme(house, visitor, seen, knowledge, cutOff),
    seen: seen.events.length,
    ...relationView(seen),
    ...partiesView(house, plan.route, organisations, seen),
    sharedFields: fieldChoices(plan.route, seen.sharedFields),
    steps: stepsFor(house, visitor.actor, plan.route, seen).filter(
      ({ type }) => !handoverRefusal(plan, seen.events, type),
    ),
    mayShare: shareable.length > 0,
    hasFamily: isAboutFamily(plan.route),
    mayGiveFile:
      mayKnowFamilies(house, visitor, plan.route.code).ok &&
      may(house, visitor.actor, plan.route.code, 'share', { relation: seen.relation }),
    shareable: fieldChoices(plan.route, shareable),
  })
}

function timelineView(
  house: Premises,
  actor: Actor,
  route: RouteDefinition,
  seen: SeenTrajectory,
  knowledge: Knowledge,
): Pick<VisitedTrajectory, 'timeline' | 'corrections'> {
  const events = new Map(seen.events.map((event) => [event.id, event]))
  const timeline = timelineOf(route, seen.events, knowledge).map((entry) => {
    const event = events.get(entry.id) as RecordedEvent
    const may = mayCorrect(house, actor, route, seen, event)
    return { ...entry, may, data: may === 'correct' ? { ...event.data } : null }
  })
  const types = timeline.flatMap(({ type, may }) => (may === 'correct' ? [type] : []))
  return { timeline, corrections: [...new Set(types)].map((type) => stepView(route, type)) }
}

function relationView({ relation }: SeenTrajectory) {
  if (relation === 'none' || relation === 'new') throw new Error(`seen with relation ${relation}`)
  return { relation, relationLabel: RELATION_LABELS[relation] }
}

/** Who else has to do with it is not told to those with whom only some fields were shared. */
function partiesView(
  { now }: Premises,
  route: RouteDefinition,
  organisations: Organisations,
  { relation, parties: { parties, shares } }: SeenTrajectory,
): Pick<VisitedTrajectory, 'parties' | 'shares'> {
  if (relation === 'shared') return { parties: [], shares: [] }
  const today = dayOfMoment(now())
  return {
    parties: parties.map(({ organisation, team, receiving }) => ({
      organisation,
      name: nameOf(organisations, organisation),
      team,
      receiving: receiving ?? null,
    })),
    shares: shares
      .filter(({ until }) => until >= today)
      .map(({ organisation, fields, until }) => ({
        organisation,
        name: nameOf(organisations, organisation),
        fields: fieldChoices(route, fields),
        until: formatDay(until),
      })),
  }
}

/** The fields of the route's own events that somebody may share, being able to read them. */
export function shareableFields(
  house: Premises,
  actor: Actor,
  route: RouteDefinition,
  { relation, sharedFields: shared }: Pick<SeenTrajectory, 'relation' | 'sharedFields'>,
): string[] {
  if (!may(house, actor, route.code, 'share', { relation })) return []
  const names = Object.entries(route.events)
    .filter(([type]) => !Object.hasOwn(PARTY_EVENTS, type) && !isHandoverEvent(type))
    .flatMap(([, { fields }]) => Object.keys(fields))
  return [...new Set(names)].filter((detail) =>
    may(house, actor, route.code, 'see-field', { relation, detail, shared }),
  )
}
