import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCalendar, createFoldPlan, type FoldPlan, type PartyRule } from '@tijdig/core'
import { type Database, openDatabase, openStore, type Store } from '@tijdig/store'
import type { Client } from 'pg'
import { catalogue } from '../catalogue/index.ts'
import { connectAsOwner } from '../packages/store/src/testing/connect-as-owner.ts'

/** A data folder of its own with PostgreSQL in it, thrown away afterwards. */
export interface Workplace {
  readonly folder: string
  readonly database: Database
  readonly store: Store
  readonly plans: readonly FoldPlan[]
  /** That of the program, with the parties of this workplace. */
  readonly catalogue: typeof catalogue
  /** A connection with the rights of the owner: peers make tables of their own. */
  asOwner<T>(work: (client: Client) => Promise<T>): Promise<T>
  clear(): Promise<void>
}

/** @param parties By route code, who else is party to its trajectories than the catalogue says. */
export async function openWorkplace(
  parties: Readonly<Record<string, readonly PartyRule[]>> = {},
): Promise<Workplace> {
  const folder = await mkdtemp(join(process.env.TIJDIG_BENCH ?? tmpdir(), 'tijdig-bench-'))
  const opened = await openDatabase({ dataFolder: folder, role: 'tool', environment: {} })
  if (!opened.ok) throw new Error(opened.error.reason)
  const database = opened.value
  const calendar = createCalendar()
  const routes = catalogue.routes.map((route) => {
    const all = [...route.access.parties, ...(parties[route.code] ?? [])]
    return { ...route, access: { ...route.access, parties: all } }
  })
  const plans = routes.map((route) => createFoldPlan(route, calendar))
  return {
    folder,
    database,
    store: openStore(database, plans),
    plans,
    catalogue: { ...catalogue, routes },
    async asOwner(work) {
      const client = await connectAsOwner(folder)
      try {
        return await work(client)
      } finally {
        await client.end()
      }
    },
    async clear() {
      const { place } = database
      await database.close()
      await rm(folder, { recursive: true, force: true })
      await rm(place, { recursive: true, force: true })
    },
  }
}
