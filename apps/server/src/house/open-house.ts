import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  createAccessPlan,
  createCalendar,
  createFoldPlan,
  type Moment,
  ok,
  type Result,
} from '@tijdig/core'
import type { FollowProgress } from '@tijdig/figures'
import {
  type Database,
  type DatabaseEnvironment,
  type DatabaseError,
  type FamilyKeys,
  type KeysError,
  openDatabase,
  openFamilyFiles,
  openFileKeys,
  openPeople,
  openRetention,
  openStore,
  openVault,
} from '@tijdig/store'
import { keysFolder } from '../start/data-folder.ts'
import { FactsShelf } from './facts-shelf.ts'
import type { House, HouseCatalogue } from './house.ts'
import { openTemplateShelf } from './template-shelf.ts'

export interface HouseEnvironment extends DatabaseEnvironment {
  /** The folder of the keys of families; left out: `keys` in the data folder. */
  readonly TIJDIG_KEYS?: string | undefined
  /** Wraps those keys: 32 bytes in base64; left out: a file beside them. */
  readonly TIJDIG_MASTER_KEY?: string | undefined
}

export interface HouseOptions {
  readonly dataFolder: string
  /** A server has the data folder to itself; tools may work beside it. */
  readonly role: 'server' | 'tool'
  readonly environment: HouseEnvironment
  readonly catalogue: HouseCatalogue
  readonly now: () => Moment
  /** Left out: that of the machine. */
  readonly random?: (bytes: number) => Uint8Array
  /** Told in Dutch sentences what takes a while. */
  readonly notify?: (sentence: string) => void
  /** A server is told when its database is lost for good. */
  readonly onLost?: (reason: string) => void
  /** Told while facts are folded; millions of them take a while. */
  readonly onFollow?: (progress: FollowProgress) => void
}

/** Where the report templates stand, each in the folder of its system. */
const TEMPLATES = fileURLToPath(new URL('../../../../catalogue', import.meta.url))

/**
 * Puts the house together on a data folder: database, log, facts, templates. The facts file and the
 * templates are opened when they are first asked for, so that a start is quick.
 */
export async function openHouse(
  options: HouseOptions,
): Promise<Result<House, DatabaseError | KeysError>> {
  const { dataFolder, role, environment, notify, onLost } = options
  const opened = await openDatabase({
    dataFolder,
    role,
    environment,
    ...(notify && { notify }),
    ...(onLost && { onLost }),
  })
  if (!opened.ok) return opened
  const keys = await openFileKeys({
    folder: keysFolder(environment, dataFolder),
    masterKey: environment.TIJDIG_MASTER_KEY,
    role,
    random: randomBytes,
  })
  if (!keys.ok) {
    await opened.value.close()
    return keys
  }
  const house = furnish(opened.value, options, keys.value)
  if (role === 'server') await house.retention.finishShredding()
  return ok(house)
}

/** Puts the other parts of the house around a database. */
export function furnish(
  database: Database,
  options: Pick<HouseOptions, 'dataFolder' | 'catalogue' | 'now' | 'random' | 'onFollow'>,
  keys: FamilyKeys,
): House {
  const { dataFolder, catalogue, now, random = randomBytes, onFollow } = options
  const calendar = createCalendar(catalogue.decrees)
  const plans = catalogue.routes.map((route) => createFoldPlan(route, calendar))
  const store = openStore(database, plans)
  const facts = new FactsShelf(join(dataFolder, 'figures'), plans, store, onFollow)
  const retention = openRetention(database, keys, {
    log: store,
    plans: new Map(plans.map((plan) => [plan.route.code, plan])),
  })
  return {
    catalogue,
    plans: new Map(plans.map((plan) => [plan.route.code, plan])),
    access: new Map(plans.map(({ route }) => [route.code, createAccessPlan(route)])),
    database,
    store,
    people: openPeople(database),
    vault: openVault(database, { keys, random: randomBytes }),
    retention,
    familyFiles: openFamilyFiles(database, { keys, random: randomBytes }, retention),
    facts,
    templates: openTemplateShelf(TEMPLATES, 'reports'),
    deliveryTemplates: openTemplateShelf(TEMPLATES, 'deliveries'),
    now,
    random,
    async close() {
      await facts.close()
      await database.close()
    },
  }
}
