import type { Day } from '@tijdig/core'

/** Which trajectories, in which order, which page. */
export interface TrajectoryQuery {
  readonly route: string
  /** Part of the trajectory's id, in any case. */
  readonly search?: string
  readonly state?: string
  /** One of the route's `filters`, and the value that one of its facts must have. */
  readonly filter?: { readonly attribute: string; readonly value: string }
  readonly sort: 'openedOn' | 'stateSince' | 'id'
  readonly descending: boolean
  /** From 1. */
  readonly page: number
  readonly pageSize: number
}

export interface TrajectoryPage {
  /** How many fit; of a search that finds very many, those that were counted. */
  readonly total: number
  /** Whether there are more than `total`. */
  readonly isMore: boolean
  readonly lines: readonly TrajectoryLine[]
}

/** A trajectory as a list shows it: what holds and is known now. */
export interface TrajectoryLine {
  readonly number: number
  readonly id: string
  readonly route: string
  readonly state: string | null
  readonly stateSince: Day | null
  /** The first day of which an event is read. */
  readonly openedOn: Day | null
  /** The route's filters with their values; more than one where a fact has keys. */
  readonly attributes: Readonly<Record<string, readonly string[]>>
  /** The term that is due first among those not met and not lapsed: the name of its fact. */
  readonly nextTerm: { readonly fact: string; readonly dueOn: Day } | null
}
