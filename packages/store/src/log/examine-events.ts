import { type Event, err, type FoldPlan, ok, type Superseder } from '@tijdig/core'
import type { AppendResult, Refusal } from './append-result.ts'
import { newlyForbidden } from './forbidden-order.ts'
import {
  type KnownEvent,
  type KnownTrajectory,
  newTrajectory,
  type TrajectoryMemory,
} from './known-trajectory.ts'
import {
  idWithOtherContent,
  orderForbidden,
  supersedesOtherRoute,
  trajectoryOfOtherRoute,
} from './refusal.ts'

/** An event that is to be appended, with what can be said of it without the log. */
export interface Candidate {
  readonly event: Event
  readonly canonical: string
  readonly refusal: Refusal | undefined
}

/** What the log already says about a batch of candidates. */
export interface Surroundings {
  /** Events that are there, by id. */
  readonly there: ReadonlyMap<string, { readonly position: number; readonly canonical: string }>
  /** Trajectories of the candidates and of what they supersede. */
  readonly memory: TrajectoryMemory
  /** Where an event that a candidate supersedes stands, when not in the candidate's own trajectory. */
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

/** What is to be written of a batch. */
export interface Examined {
  readonly results: AppendResult[]
  readonly accepted: {
    readonly event: KnownEvent
    readonly trajectory: KnownTrajectory
    readonly canonical: string
  }[]
  readonly newTrajectories: KnownTrajectory[]
  /** Trajectories whose reading changed. */
  readonly touched: Set<KnownTrajectory>
  readonly supersessions: { trajectory: number; position: number; by: Superseder }[]
  /** Superseders whose event is not there after this batch either. */
  readonly stillAwaited: { id: string; byPosition: number }[]
  /** Events that were awaited and are now there. */
  readonly arrived: string[]
}

/**
 * Decides about each candidate in turn, as if it were the only one: what a batch is does not
 * matter for what is refused. Changes the remembered trajectories; forget them if writing fails.
 */
export function examineEvents(
  candidates: readonly Candidate[],
  surroundings: Surroundings,
): Examined {
  const { memory, plans } = surroundings
  const examined: Examined = {
    results: [],
    accepted: [],
    newTrajectories: [],
    touched: new Set(),
    supersessions: [],
    stillAwaited: [],
    arrived: [],
  }
  const batch = new Map<string, Examined['accepted'][number]>()
  const awaited = new Map(surroundings.awaited)
  let { position, trajectories } = surroundings

  const findSuperseded = (
    event: Event,
    own: KnownTrajectory | undefined,
  ): { trajectory: KnownTrajectory; event: KnownEvent } | undefined => {
    const id = event.supersedes
    if (id === undefined) return undefined
    const inOwn = own?.events.find((other) => other.id === id)
    if (own && inOwn) return { trajectory: own, event: inOwn }
    const inBatch = batch.get(id)
    if (inBatch) return inBatch
    const trajectory = memory.get(surroundings.superseded.get(id) ?? '')
    const found = trajectory?.events.find((other) => other.id === id)
    return trajectory && found && { trajectory, event: found }
  }

  const decide = ({ event, canonical, refusal }: Candidate): AppendResult => {
    if (refusal) return err(refusal)
    const there = surroundings.there.get(event.id) ?? sameForm(batch.get(event.id))
    if (there) {
      return there.canonical === canonical
        ? ok({ outcome: 'already-there', position: there.position })
        : err(idWithOtherContent(event))
    }
    const known = memory.get(event.trajectory)
    if (known && known.route !== event.route) return err(trajectoryOfOtherRoute(event, known.route))
    const target = findSuperseded(event, known)
    if (target && target.trajectory.route !== event.route) {
      return err(supersedesOtherRoute(event, target.event.id, target.trajectory.route))
    }
    const by = awaited.get(event.id) ?? []
    const stranger = by.find((superseder) => superseder.route !== event.route)
    if (stranger) return err(supersedesOtherRoute(event, stranger.id, stranger.route))

    const logged: KnownEvent = {
      ...event,
      position: position + 1,
      superseders: by.map((one) => ({ position: one.position, recordedAt: one.recordedAt })),
    }
    const trajectory =
      known ??
      newTrajectory(trajectories + 1, event.trajectory, event.route, plans.get(event.route))
    const superseder = { position: logged.position, recordedAt: event.recordedAt }
    const change = {
      apply: () => {
        trajectory.events.push(logged)
        target?.event.superseders.push(superseder)
      },
      undo: () => {
        trajectory.events.pop()
        target?.event.superseders.pop()
      },
    }
    for (const one of new Set([trajectory, target?.trajectory ?? trajectory])) {
      const finding = newlyForbidden(one, logged, change)
      if (finding) return err(orderForbidden(finding))
    }

    change.apply()
    position++
    if (!known) {
      trajectories++
      memory.add(trajectory)
      examined.newTrajectories.push(trajectory)
    }
    const accepted = { event: logged, trajectory, canonical }
    batch.set(event.id, accepted)
    examined.accepted.push(accepted)
    examined.touched.add(trajectory)
    if (target) {
      examined.touched.add(target.trajectory)
      examined.supersessions.push({
        trajectory: target.trajectory.number,
        position: target.event.position,
        by: superseder,
      })
    } else if (event.supersedes !== undefined) {
      const others = awaited.get(event.supersedes) ?? []
      awaited.set(event.supersedes, [
        ...others,
        { ...superseder, id: event.id, route: event.route },
      ])
      examined.stillAwaited.push({ id: event.supersedes, byPosition: logged.position })
    }
    if (by.length > 0) {
      examined.arrived.push(event.id)
      for (const one of logged.superseders) {
        examined.supersessions.push({
          trajectory: trajectory.number,
          position: logged.position,
          by: one,
        })
      }
    }
    return ok({ outcome: 'new', position })
  }

  for (const candidate of candidates) examined.results.push(decide(candidate))
  const arrived = new Set(examined.arrived)
  return {
    ...examined,
    stillAwaited: examined.stillAwaited.filter(({ id }) => !arrived.has(id)),
  }
}

function sameForm(
  accepted: Examined['accepted'][number] | undefined,
): { position: number; canonical: string } | undefined {
  return accepted && { position: accepted.event.position, canonical: accepted.canonical }
}
