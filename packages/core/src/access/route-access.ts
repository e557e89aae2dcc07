import type { OrganisationKind, Purpose, Role } from './role.ts'

/**
 * What an organisation is to a trajectory.
 * `new`: the trajectory is not there yet. `party`: the organisation is party to it, and no other
 * team of it has it. `other-team`: it is, but another team has it. `shared`: some fields were
 * shared with it, for a while. `glass`: the person broke the glass, less than three hours ago.
 */
export const RELATIONS = ['none', 'new', 'party', 'other-team', 'shared', 'glass'] as const
export type Relation = (typeof RELATIONS)[number]

/** Relations under which somebody may see a trajectory at all. */
export type SeeingRelation = Exclude<Relation, 'none' | 'new'>

/** What can be done with trajectories of a route. */
export const ACTIONS = [
  /** Find it in a list, a count, a search; look at it. */
  'see',
  /** Read one field of its events, wherever it shows. `detail`: the field. */
  'see-field',
  /** Record an event of a type. `detail`: the type. */
  'record',
  /** Share fields with another organisation. */
  'share',
  /** See it once, for a reason, without being party. */
  'break-glass',
  /** Figures over the trajectories to which the organisation is party. */
  'ask-own-figures',
  /** Figures over all trajectories of the route. */
  'ask-all-figures',
  /** Publish a report over all trajectories. */
  'publish',
  /**
   * Look at what an organisation delivers each month: `party`, one's own does; `shared`, it is
   * delivered to one's own.
   */
  'see-delivery',
] as const
export type Action = (typeof ACTIONS)[number]

/** Which organisation is party, by what is recorded anyhow. */
export type PartyRule =
  /** Always this one. */
  | { readonly organisation: string }
  /** The one that an attribute of a fact without key names. */
  | { readonly fact: string; readonly attribute: string }

/** Who may do what with the trajectories of a route. Steps and fields may say otherwise (`may`). */
export interface RouteAccess {
  readonly parties: readonly PartyRule[]
  /** For these purposes trajectories may be looked at and worked on. */
  readonly purposes: readonly Purpose[]
  readonly see: Readonly<Record<SeeingRelation, readonly Role[]>>
  readonly record: StepAccess
  readonly share: readonly Role[]
  /** Who may record that an organisation joined or left; left out: team leads and coordinators. */
  readonly partners?: readonly Role[]
  readonly breakGlass: readonly Role[]
  readonly ownFigures: readonly Role[]
  readonly allFigures: readonly Role[]
  /** Which kinds of organisations may have figures over all, and publish. */
  readonly overseers: readonly OrganisationKind[]
  readonly publish: readonly Role[]
  /** Who may see deliveries: at who delivers, and at who receives. Left out: there are none. */
  readonly deliveries?: Readonly<Record<'party' | 'shared', readonly Role[]>>
}

/** Who may record a step, being party; and in which states. Left out: as the route says. */
export interface StepAccess {
  readonly roles: readonly Role[]
  /** Left out: in each. The empty text stands for a trajectory in no state. */
  readonly states?: readonly string[]
  /** Whether the step may open a trajectory that is not there yet. */
  readonly opens?: boolean
}

/** Who may read a field, of those who may see the trajectory. Left out: all of them. */
export interface FieldAccess {
  readonly roles?: readonly Role[]
  readonly purposes?: readonly Purpose[]
}
