import { type Event, type FoldPlan, RETRACTED, type Superseder } from '@tijdig/core'
import type { Refusal } from './append-result.ts'
import { canonicalForm } from './canonical-form.ts'
import { findForbidden, place } from './forbidden-order.ts'
import {
  type KnownEvent,
  type KnownTrajectory,
  NO_SUPERSEDERS,
  newTrajectory,
} from './known-trajectory.ts'
import type { PreparedEvents } from './prepare-events.ts'
import {
  idWithOtherContent,
  orderForbidden,
  supersedesOtherRoute,
  trajectoryOfOtherRoute,
} from './refusal.ts'
import type { TrajectoryMemory } from './trajectory-memory.ts'
import { Verdicts } from './verdicts.ts'

/** What the log already says about a batch of events. */
export interface Surroundings {
  /** Events that are there, by id. */
  readonly there: ReadonlyMap<string, { readonly position: number; readonly canonical: string }>
  /** Trajectories of the events and of what they supersede. */
  readonly memory: TrajectoryMemory
  /** The trajectory of an event that one supersedes, by its id, when it is not the one's own. */
  readonly superseded: ReadonlyMap<string, string>
  /** Superseders of events that did not arrive yet, by the id of the latter. */
  readonly awaited: ReadonlyMap<string, readonly AwaitedBy[]>
  readonly plans: ReadonlyMap<string, FoldPlan>
  readonly position: number
  readonly trajectories: number
}

export interface AwaitedBy extends Superseder {
  readonly id: string
  readonly route: string
}

/**
 * Decides about each event in turn, as if it came alone: what is refused does not depend on how
 * events are batched. Changes the remembered trajectories; forget them if writing fails.
 */
export function examineEvents(prepared: PreparedEvents, surroundings: Surroundings): Examined {
  const examined = new Examined(prepared, surroundings)
  for (let index = 0; index < prepared.events.length; index++) examined.decide(index)
  return examined
}

/** What was decided about a batch, and what is to be written of it. */
export class Examined {
  readonly verdicts: Verdicts
  /** The accepted events in order, each with its trajectory. */
  readonly accepted: KnownEvent[] = []
  readonly trajectories: KnownTrajectory[] = []
  readonly newTrajectories: KnownTrajectory[] = []
  /** Trajectories whose reading changed. */
  readonly touched = new Set<KnownTrajectory>()
  readonly supersessions: { trajectory: number; superseded: KnownEvent; by: Superseder }[] = []
  /** Events that were awaited and are now there. */
  readonly arrived = new Set<string>()
  readonly #awaiting: { id: string; byPosition: number }[] = []
  readonly #awaited: Map<string, readonly AwaitedBy[]>
  readonly #indexOf = new Map<string, number>()
  readonly #prepared: PreparedEvents
  readonly #around: Surroundings

  constructor(prepared: PreparedEvents, surroundings: Surroundings) {
    this.verdicts = new Verdicts(prepared.events.length)
    this.#prepared = prepared
    this.#around = surroundings
    this.#awaited = new Map(surroundings.awaited)
  }

  /** Superseders whose event is not there after this batch either. */
  stillAwaiting(): { id: string; byPosition: number }[] {
    return this.#awaiting.filter(({ id }) => !this.arrived.has(id))
  }

  /** Takes all back from the remembered trajectories, as if the batch had never been. */
  undo(): void {
    for (const { position } of this.accepted.toReversed()) {
      const event = this.trajectories.pop()?.events.pop()
      if (event?.position !== position) throw new Error('events were added after these')
    }
    for (const { superseded, by } of this.supersessions.toReversed()) {
      superseded.superseders = superseded.superseders.filter(
        ({ position }) => position !== by.position,
      )
    }
    for (const trajectory of this.newTrajectories) this.#around.memory.remove(trajectory)
  }

  decide(index: number): void {
    const refusal = this.#admit(index)
    if (refusal) this.verdicts.refuse(index, refusal)
  }

  /** Accepts an event, finds it there already, or says why it is refused. */
  #admit(index: number): Refusal | undefined {
    const event = this.#prepared.events[index] as Event
    const there = this.#around.there.get(event.id) ?? this.#findInBatch(event.id)
    if (there) {
      if (there.canonical !== canonicalForm(event)) return idWithOtherContent(event)
      this.verdicts.findThere(index, there.position)
      return undefined
    }
    const refusal = this.#prepared.refusals.get(index)
    if (refusal) return refusal
    const known = this.#around.memory.get(event.trajectory)
    if (known && known.route !== event.route) return trajectoryOfOtherRoute(event, known.route)
    const superseded = this.#findSuperseded(event, known)
    if (superseded && superseded.trajectory.route !== event.route) {
      return supersedesOtherRoute(event, superseded.event.id, superseded.trajectory.route)
    }
    const by = this.#awaited.get(event.id)
    const stranger = by?.find((superseder) => superseder.route !== event.route)
    if (stranger) return supersedesOtherRoute(event, stranger.id, stranger.route)
    const trajectory = known ?? this.#newTrajectory(event)
    const logged = toLogged(event, trajectory, this.#around.position + this.accepted.length + 1, by)
    const placement = { event: logged, trajectory, superseded }
    const forbidden = findForbidden(placement)
    if (forbidden) return orderForbidden(forbidden)
    place(placement)
    this.#accept(index, logged, trajectory, known === undefined)
    if (superseded) {
      this.touched.add(superseded.trajectory)
      this.#supersede(superseded.trajectory, superseded.event, logged)
    } else if (event.supersedes !== undefined) this.#await(event.supersedes, logged)
    if (by) this.#arrive(trajectory, logged)
    return undefined
  }

  #findInBatch(id: string): { position: number; canonical: string } | undefined {
    const index = this.#indexOf.get(id)
    if (index === undefined) return undefined
    const event = this.accepted[index] as KnownEvent
    return { position: event.position, canonical: canonicalForm(event) }
  }

  #newTrajectory({ trajectory, route }: Event): KnownTrajectory {
    const number = this.#around.trajectories + this.newTrajectories.length + 1
    return newTrajectory(number, trajectory, route, this.#around.plans.get(route))
  }

  #findSuperseded(
    event: Event,
    own: KnownTrajectory | undefined,
  ): { trajectory: KnownTrajectory; event: KnownEvent } | undefined {
    const id = event.supersedes
    if (id === undefined) return undefined
    const inOwn = own && findEvent(own, id)
    if (inOwn) return { trajectory: own, event: inOwn }
    const index = this.#indexOf.get(id)
    const trajectory =
      index === undefined
        ? this.#around.memory.get(this.#around.superseded.get(id) ?? '')
        : this.trajectories[index]
    const found = trajectory && findEvent(trajectory, id)
    return found && { trajectory, event: found }
  }

  #accept(index: number, logged: KnownEvent, trajectory: KnownTrajectory, isNew: boolean): void {
    if (isNew) {
      this.#around.memory.add(trajectory)
      this.newTrajectories.push(trajectory)
    }
    this.#indexOf.set(logged.id, this.accepted.length)
    this.accepted.push(logged)
    this.trajectories.push(trajectory)
    this.touched.add(trajectory)
    this.verdicts.accept(index, logged.position)
  }

  #supersede(trajectory: KnownTrajectory, superseded: KnownEvent, by: Superseder): void {
    this.supersessions.push({ trajectory: trajectory.number, superseded, by })
  }

  #await(id: string, by: KnownEvent): void {
    this.#awaited.set(id, [...(this.#awaited.get(id) ?? []), by])
    this.#awaiting.push({ id, byPosition: by.position })
  }

  #arrive(trajectory: KnownTrajectory, event: KnownEvent): void {
    this.arrived.add(event.id)
    for (const by of event.superseders) this.#supersede(trajectory, event, by)
  }
}

// Spelled out: of millions of objects, all of one shape are the quickest. Texts that many events
// have in common are one and the same text, so that what is remembered stays small.
function toLogged(
  event: Event,
  { id: trajectory, route, plan }: KnownTrajectory,
  position: number,
  by: readonly AwaitedBy[] | undefined,
): KnownEvent {
  const { id, validOn, recordedAt, supersedes, data } = event
  const type = plan ? sharedText(plan, event.type) : event.type
  const superseders = by
    ? by.map((one) => ({ position: one.position, recordedAt: one.recordedAt }))
    : NO_SUPERSEDERS
  return supersedes === undefined
    ? { id, trajectory, route, type, validOn, recordedAt, data, position, superseders }
    : { id, trajectory, route, type, validOn, recordedAt, supersedes, data, position, superseders }
}

const sharedTexts = new WeakMap<FoldPlan, Map<string, string>>()

function sharedText(plan: FoldPlan, text: string): string {
  let texts = sharedTexts.get(plan)
  if (!texts) {
    texts = new Map([RETRACTED, ...Object.keys(plan.route.events)].map((type) => [type, type]))
    sharedTexts.set(plan, texts)
  }
  return texts.get(text) ?? text
}

function findEvent(trajectory: KnownTrajectory, id: string): KnownEvent | undefined {
  for (const event of trajectory.events) if (event.id === id) return event
  return undefined
}
