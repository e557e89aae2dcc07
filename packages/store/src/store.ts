import type { Event, FoldPlan, LogSource, TrajectoryEvents } from '@tijdig/core'
import { Kysely, PostgresDialect } from 'kysely'
import type { Pool } from 'pg'
import { ensureAccess } from './access/ensure-access.ts'
import { openVisit } from './access/open-visit.ts'
import type { Visit } from './access/visit.ts'
import { type Audit, openAudit } from './audit/audit.ts'
import { type Doer, PROGRAM } from './audit/told.ts'
import { type CurrentFact, currentFactsOf } from './current/current-facts.ts'
import { ensureCurrent, rebuildCurrent } from './current/rebuild-current.ts'
import { countByRoute, type RouteCount } from './current/route-totals.ts'
import type { Schema } from './database/schema.ts'
import { type Deliveries, openDeliveries } from './delivery/deliveries.ts'
import { type Drafts, openDrafts } from './drafts/drafts.ts'
import type { AppendResult, Refusal } from './log/append-result.ts'
import { Appender } from './log/appender.ts'
import {
  type ChainVerdict,
  findAffected,
  findHeadAt,
  readHead,
  readLog,
  readTrajectories,
  readTrajectoriesByNumber,
  type StoredEvent,
  verifyChain,
} from './log/read-log.ts'
import { readParts } from './log/read-parts.ts'
import { type Archive, openArchive } from './publication/archive.ts'
import type {
  NewPublication,
  Publication,
  PublicationLine,
  Withdrawal,
} from './publication/publication.ts'
import {
  findPublication,
  listPublications,
  type PublishedDraft,
  publish,
  withdraw,
} from './publication/publications.ts'
import { openReminders, type Reminders } from './reminders/reminders.ts'

/** The system of record: what was recorded, what holds now, what was published. */
export interface Store extends LogSource {
  /**
   * Puts events in the log, each on its own merits, in one transaction with the facts that hold
   * after it. The same event again is no error. Order of the results is that of the events.
   */
  append(events: readonly Event[]): Promise<readonly AppendResult[]>
  /** An appender that remembers what it wrote between batches, for bringing in whole files. */
  bulkAppender(): BulkAppender
  /** Events in the order of the log, in batches: `after < position <= upTo`. */
  readLog(range: {
    readonly after?: number
    readonly upTo?: number
  }): AsyncIterable<readonly StoredEvent[]>
  /** One trajectory with its events, up to a position of the log. */
  findTrajectory(route: string, id: string, upTo?: number): Promise<TrajectoryEvents | undefined>
  /**
   * What somebody who signed in may see and do.
   * @param sessionHash SHA-256 of the token, in hex.
   * @param address Where it is asked from, for the audit.
   */
  visit(sessionHash: string, address?: string): Visit
  /** Who looked at what and who did what. */
  readonly audit: Audit
  /** Who is told what of what is due. */
  readonly reminders: Reminders
  /** What was delivered each month, and what could not be yet. */
  readonly deliveries: Deliveries
  /** Texts of reports that people work on. */
  readonly drafts: Drafts
  /** What holds and is known now, of one trajectory. */
  currentFacts(trajectory: number): Promise<readonly CurrentFact[]>
  /** By route: how many trajectories and events, and the last day and moment that were recorded. */
  countByRoute(): Promise<ReadonlyMap<string, RouteCount>>
  /** Calculates the chain of hashes again, up to a position; says where it first differs. */
  verifyChain(upTo: number): Promise<ChainVerdict>
  /** The parts of one programme, of these routes, up to a position: for reports, not for who looks. */
  programmeParts(
    routes: readonly string[],
    programme: string,
    upTo: number,
  ): Promise<readonly TrajectoryEvents[]>
  /** Folds every trajectory again and writes what holds now; needed after a route changed. */
  rebuildCurrentFacts(progress?: (trajectories: number) => void): Promise<number>

  /**
   * @param by Left out: the program itself.
   * @param draft Where it comes from a draft: published in the same transaction.
   */
  publish(publication: NewPublication, by?: Doer, draft?: PublishedDraft): Promise<Publication>
  publications(): Promise<readonly PublicationLine[]>
  findPublication(number: number): Promise<Publication | undefined>
  /** @param by Left out: the program itself. */
  withdraw(number: number, withdrawal: Withdrawal, by?: Doer): Promise<void>
  /** What of it is for everybody. */
  readonly archive: Archive
}

export interface BulkAppender {
  /** Adds a batch to the log, not for good yet. Until `commit` nobody else can append. */
  append(events: readonly Event[]): Promise<BulkResult>
  /** Makes all that was appended stand for good, with the facts that hold after it. */
  commit(): Promise<void>
  /** Takes back what was not committed; to be called when one stops half-way. */
  giveUp(): Promise<void>
}

/** What became of a batch: counts, and the refused by their place in it. */
export interface BulkResult {
  readonly fresh: number
  readonly alreadyThere: number
  readonly refusals: ReadonlyMap<number, Refusal>
}

/**
 * The store of an open database.
 * @param plans One for each route that the program knows.
 */
export function openStore(
  { pool, actorPool }: { readonly pool: Pool; readonly actorPool: Pool },
  plans: readonly FoldPlan[],
): Store {
  const byRoute = new Map(plans.map((plan) => [plan.route.code, plan]))
  const database = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  const actors = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: actorPool }) })
  let checked: Promise<void> | undefined
  // Once, at the first use of what holds now; tried again should it fail.
  const current = (): Promise<void> => {
    checked ??= prepare(pool, byRoute).catch((error) => {
      checked = undefined
      throw error
    })
    return checked
  }
  const bulkAppender = () => {
    const appender = new Appender(pool, byRoute)
    return {
      async append(events: readonly Event[]) {
        await current()
        return appender.append(events)
      },
      commit: () => appender.commit(),
      giveUp: () => appender.giveUp(),
    }
  }
  return {
    async append(events) {
      const appender = bulkAppender()
      const verdicts = await appender.append(events)
      await appender.commit()
      return verdicts.results()
    },
    bulkAppender,
    visit: (session, address) =>
      openVisit({ pool, actors, plans: byRoute, ready: current }, session, address),
    audit: openAudit(pool, actors),
    reminders: openReminders(pool, current),
    deliveries: openDeliveries(database),
    drafts: openDrafts(database),
    head: async () => {
      const { identity, position, hash } = await readHead(pool)
      return { identity, position, hash }
    },
    headAt: (position) => findHeadAt(pool, position),
    readTrajectories: (upTo) => readTrajectories(pool, upTo),
    readTrajectoriesByNumber: (numbers, upTo) => readTrajectoriesByNumber(pool, numbers, upTo),
    findAffected: (a, b) => findAffected(pool, a, b),
    readLog: (range) => readLog(pool, range),
    findTrajectory: (route, id, upTo) => findTrajectory(pool, route, id, upTo),
    async currentFacts(trajectory) {
      await current()
      return currentFactsOf(database, trajectory)
    },
    async countByRoute() {
      await current()
      return countByRoute(database)
    },
    verifyChain: (upTo) => verifyChain(pool, upTo),
    programmeParts: (routes, programme, upTo) => readParts(pool, routes, programme, upTo),
    rebuildCurrentFacts: (progress) => rebuildCurrent(pool, byRoute, progress),
    publish: (publication, by = PROGRAM, draft) => publish(database, publication, by, draft),
    publications: () => listPublications(database),
    findPublication: (number) => findPublication(database, number),
    withdraw: (number, withdrawal, by = PROGRAM) => withdraw(database, number, withdrawal, by),
    archive: openArchive(actors),
  }
}

async function prepare(pool: Pool, plans: ReadonlyMap<string, FoldPlan>): Promise<void> {
  await ensureAccess(pool, plans)
  await ensureCurrent(pool, plans)
}

async function findTrajectory(
  pool: Pool,
  route: string,
  id: string,
  upTo: number = Number.MAX_SAFE_INTEGER,
): Promise<TrajectoryEvents | undefined> {
  const { rows } = await pool.query<{ number: number }>(
    'select number from tijdig.trajectory where route = $1 and id = $2',
    [route, id],
  )
  const numbers = rows.map((row) => row.number)
  for await (const batch of readTrajectoriesByNumber(pool, numbers, upTo)) return batch[0]
  return undefined
}
