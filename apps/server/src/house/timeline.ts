import {
  CORRECTION_EXPLAINED,
  compareInReading,
  compareText,
  dayOfMoment,
  formatDay,
  formatMoment,
  isKnown,
  type Knowledge,
  orderFindings,
  RETRACTED,
  type RecordedEvent,
  type RouteDefinition,
  readEvents,
  remarksOn,
} from '@tijdig/core'
import { sharedFieldWords } from './field-choices.ts'
import { valueWords } from './field-words.ts'

/** An event of a trajectory as people read it: also one that was corrected or withdrawn since. */
export interface TimelineEntry {
  readonly id: string
  readonly type: string
  readonly label: string
  readonly validOn: string
  readonly recordedAt: string
  /** Days between happening and becoming known. */
  readonly knownAfterDays: number
  readonly details: { label: string; value: string }[]
  readonly status: 'stands' | 'corrected' | 'withdrawn' | 'withdrawal'
  readonly supersedes: string | null
  readonly supersededBy: string | null
  /** Why it took another's place, in words; null where that was not asked. */
  readonly why: string | null
  readonly remarks: string[]
}

/** The event that took another's place, wherever in the log it stands. */
export interface Successor {
  /** Null: an event of another trajectory, which is not told. */
  readonly id: string | null
  readonly type: string
}

/**
 * All that was known of a trajectory, in the order in which it happened. An event of another
 * trajectory is named only where it is given; what one took out otherwise is just withdrawn.
 * @param others By position, the superseding events of other trajectories; left out: none are told.
 */
export function timelineOf(
  route: RouteDefinition,
  events: readonly RecordedEvent[],
  knowledge: Knowledge,
  others?: ReadonlyMap<number, Successor>,
): TimelineEntry[] {
  const own = new Set(events.map(({ id }) => id))
  const successors = new Map<number, Successor>([
    ...(others ?? []),
    ...events.map(({ position, id, type }) => [position, { id, type }] as const),
  ])
  const told = (id: string | undefined) => (id !== undefined && (others || own.has(id)) ? id : null)
  const remarks = new Map<string, string[]>()
  for (const { rule, event } of orderFindings(route, readEvents(events, knowledge))) {
    remarks.set(event.id, [...(remarks.get(event.id) ?? []), rule.label])
  }
  return events
    .filter((event) => isKnown(event, knowledge) && event.type !== CORRECTION_EXPLAINED)
    .sort(compareInReading)
    .map((event) => {
      const successor = successorOf(event, knowledge, successors)
      return {
        id: event.id,
        type: event.type,
        label:
          event.type === RETRACTED
            ? 'Ingetrokken'
            : (route.events[event.type]?.label ?? event.type),
        validOn: formatDay(event.validOn),
        recordedAt: formatMoment(event.recordedAt),
        knownAfterDays: dayOfMoment(event.recordedAt) - event.validOn,
        details: detailsOf(route, event),
        status: statusOf(event, successor),
        supersedes: told(event.supersedes),
        supersededBy: successor?.id ?? null,
        why: whyOf(route, events, event),
        remarks: [
          ...(remarks.get(event.id) ?? []),
          ...remarksOn(route, event).map(({ text }) => `${text}.`),
        ],
      }
    })
}

/** By what was recorded beside it, at the same moment. */
function whyOf(
  route: RouteDefinition,
  events: readonly RecordedEvent[],
  { supersedes, recordedAt }: RecordedEvent,
): string | null {
  if (supersedes === undefined) return null
  const told = events.find(
    (event) =>
      event.type === CORRECTION_EXPLAINED &&
      event.data.corrected === supersedes &&
      event.recordedAt === recordedAt,
  )
  const why = told?.data.why
  return why === undefined ? null : valueWords(route.events[CORRECTION_EXPLAINED]?.fields.why, why)
}

const ELSEWHERE: Successor = { id: null, type: RETRACTED }

function statusOf(event: RecordedEvent, successor: Successor | undefined): TimelineEntry['status'] {
  if (event.type === RETRACTED) return 'withdrawal'
  if (!successor) return 'stands'
  return successor.type === RETRACTED ? 'withdrawn' : 'corrected'
}

/** The first that was known to take the event's place. */
function successorOf(
  event: RecordedEvent,
  knowledge: Knowledge,
  successors: ReadonlyMap<number, Successor>,
): Successor | undefined {
  const [first] = event.superseders
    .filter((superseder) => isKnown(superseder, knowledge))
    .sort((a, b) => a.recordedAt - b.recordedAt || a.position - b.position)
  return first && (successors.get(first.position) ?? ELSEWHERE)
}

function detailsOf(route: RouteDefinition, event: RecordedEvent) {
  const fields = route.events[event.type]?.fields ?? {}
  const order = Object.keys(fields)
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  return Object.entries(event.data)
    .sort(([a], [b]) => place(a) - place(b) || compareText(a, b))
    .map(([name, value]) => ({
      label: fields[name]?.label ?? name,
      value:
        event.type === 'sharedWith' && name === 'fields'
          ? sharedFieldWords(route, String(value))
          : valueWords(fields[name], value),
    }))
}
