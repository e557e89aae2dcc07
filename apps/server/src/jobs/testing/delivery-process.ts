import { catalogue } from '@tijdig/catalogue'
import type { Moment } from '@tijdig/core'
import { openFileKeys } from '@tijdig/store'
import type { ClientConfig } from 'pg'
import { openPool } from '../../../../../packages/store/src/database/pool.ts'
import { furnish } from '../../house/open-house.ts'
import { startJobs } from '../start-jobs.ts'

// Run as a program of its own: makes deliveries on a database, as the server does, until it is killed.

export interface DeliveryOrder {
  readonly config: ClientConfig
  readonly dataFolder: string
  readonly now: Moment
}

process.on('message', async ({ config, dataFolder, now }: DeliveryOrder) => {
  const database = {
    pool: openPool(config, 'tijdig_system'),
    actorPool: openPool(config, 'tijdig_app'),
    kind: 'own' as const,
    place: 'the test',
    close: async () => undefined,
  }
  const keys = await openFileKeys({
    folder: `${dataFolder}/keys`,
    role: 'server',
    random: (bytes) => new Uint8Array(bytes),
  })
  if (!keys.ok) throw new Error(keys.error.reason)
  const house = furnish(database, { dataFolder, catalogue, now: () => now }, keys.value)
  startJobs({
    house,
    deliveries: house,
    complain: console.error,
    pace: { look: 100, retryDelaySeconds: 1, expireSeconds: 3, superviseSeconds: 1 },
  })
})
process.send?.('ready')
