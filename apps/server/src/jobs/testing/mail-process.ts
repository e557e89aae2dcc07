import { catalogue } from '@tijdig/catalogue'
import { createCalendar, createFoldPlan, type Moment } from '@tijdig/core'
import { openStore } from '@tijdig/store'
import type { ClientConfig } from 'pg'
import { openPool } from '../../../../../packages/store/src/database/pool.ts'
import type { MailSettings } from '../mail-settings.ts'
import { startJobs } from '../start-jobs.ts'

// Run as a program of its own: runs the jobs on a database, as the server does, until it is killed.

export interface MailOrder {
  readonly config: ClientConfig
  readonly mail: MailSettings
  readonly now: Moment
}

process.on('message', ({ config, mail, now }: MailOrder) => {
  const database = {
    pool: openPool(config, 'tijdig_system'),
    actorPool: openPool(config, 'tijdig_app'),
    kind: 'own' as const,
    place: 'the test',
    close: async () => undefined,
  }
  const calendar = createCalendar(catalogue.decrees)
  const plans = catalogue.routes.map((route) => createFoldPlan(route, calendar))
  startJobs({
    house: {
      database,
      plans: new Map(plans.map((plan) => [plan.route.code, plan])),
      store: openStore(database, plans),
      now: () => now,
    },
    mail,
    complain: console.error,
    pace: { look: 100, retryDelaySeconds: 1, expireSeconds: 3, superviseSeconds: 1 },
  })
})
process.send?.('ready')
