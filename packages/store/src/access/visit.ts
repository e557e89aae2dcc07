import type {
  Day,
  Event,
  Moment,
  OrganisationKind,
  Parties,
  Purpose,
  RecordedEvent,
  Relation,
  Role,
} from '@tijdig/core'
import type { AskedCases, CasePage } from '../current/find-cases.ts'
import type { TrajectoryPage, TrajectoryQuery } from '../current/trajectory-query.ts'
import type { WorkPage, WorkQuery } from '../current/work-query.ts'
import type { NamedWorker } from '../current/worker-names.ts'
import type { DeliveryFailure, DeliveryLine } from '../delivery/delivery.ts'
import type { AppendResult } from '../log/append-result.ts'
import type { Publication } from '../publication/publication.ts'
import type { PartsQuery, SeenPart } from './seen-parts.ts'

/** Who acts: a person in a role at an organisation, or a machine with a key. */
export interface Actor {
  readonly person: string | null
  readonly key: string | null
  readonly appointment: string | null
  readonly organisation: string
  readonly kind: OrganisationKind
  readonly role: Role
  readonly purpose: Purpose
  readonly teams: readonly string[]
  /** Of a key: what it may be used for. Null for a person: everything that the role may. */
  readonly scopes: readonly string[] | null
}

/**
 * What somebody who signed in may see and do. Each call is one transaction under row-level security
 * with their session: PostgreSQL itself gives no more than that, whatever is asked.
 */
export interface Visit {
  /** Who acts now; undefined once the session, the person or the right has ended. */
  actor(): Promise<Actor | undefined>
  /** Trajectories to which one's organisation is party. Never those that were only shared. */
  trajectories(query: TrajectoryQuery): Promise<TrajectoryPage>
  /** Which of these trajectories one may see, in the order given; of the others not even how many. */
  cases(asked: AskedCases): Promise<CasePage>
  /** Parts of programmes with their events, to be read together. */
  parts(query: PartsQuery): Promise<readonly SeenPart[]>
  /** What is to be done about them. */
  work(query: WorkQuery): Promise<WorkPage>
  /** Who work in one's own organisation, by the code that the log has for them. */
  colleagues(): Promise<readonly Colleague[]>
  /** Who is behind such codes, also who works there no longer. */
  workers(codes: readonly string[]): Promise<ReadonlyMap<string, NamedWorker>>
  countByRoute(): Promise<ReadonlyMap<string, SeenRoute>>
  /**
   * One trajectory with as much as may be seen of it. Undefined when there is none, and when it may
   * not be seen: in the same time.
   */
  findTrajectory(route: string, id: string): Promise<SeenTrajectory | undefined>
  /** What other organisations share with one's own, by the last day on which it may be seen. */
  shared(route: string): Promise<readonly SharedLine[]>
  /**
   * Records events in one transaction, all of them or (where one is refused) none. The database
   * itself checks that the actor may record each; one that may not is a refusal.
   * @param seen How many events the actor saw of the trajectory of the first; where it has more by
   * now, all are refused. Left out: whatever others recorded.
   */
  record(events: readonly Event[], seen?: number): Promise<readonly AppendResult[]>
  /** Lets a person see one trajectory for three hours, and tells who should know. */
  breakGlass(route: string, id: string, reason: string): Promise<{ readonly endsAt: Moment }>
  notices(): Promise<readonly Notice[]>
  /** What was delivered each month by or to one's own organisation. */
  deliveries(): Promise<SeenDeliveries>
  /** One of them whole; undefined where there is none, or none that may be seen. */
  findDelivery(number: number): Promise<Publication | undefined>
  /** Marks a notice as seen; false when there is none. */
  seeNotice(id: string): Promise<boolean>
}

interface SeenDeliveries {
  /** The newest month first. */
  readonly lines: readonly DeliveryLine[]
  readonly failures: readonly DeliveryFailure[]
}

export interface Colleague {
  readonly code: string
  readonly name: string
  readonly role: Role
  /** The codes of the teams in which they work. */
  readonly teams: readonly string[]
}

/** How much one sees of a route, and how far that reaches. */
export interface SeenRoute {
  readonly trajectories: number
  readonly lastValidOn: Day | null
  readonly lastRecordedAt: Moment | null
}

export interface SeenTrajectory {
  readonly id: string
  readonly route: string
  readonly relation: Relation
  /** The trajectory's state now; empty where none holds. */
  readonly state: string
  /** With the fields that may be seen; those that may not are left out of `data`. */
  readonly events: readonly RecordedEvent[]
  /** The fields that were shared, where the relation is `shared`; else empty. */
  readonly sharedFields: readonly string[]
  readonly parties: Parties
}

export interface SharedLine {
  readonly id: string
  readonly route: string
  readonly fields: readonly string[]
  readonly until: Day
}

/** Somebody broke the glass. */
export interface Notice {
  readonly id: string
  readonly route: string
  readonly trajectory: string
  readonly by: { readonly name: string; readonly role: Role; readonly organisation: string }
  readonly reason: string
  readonly brokenAt: Moment
  readonly endsAt: Moment
  readonly seenAt: Moment | null
}
