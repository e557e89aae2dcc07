import { createHash } from 'node:crypto'
import { type Day, dayOfMoment, formatDay, type Moment } from '@tijdig/core'
import type { DeliveryKey } from '@tijdig/store'
import {
  type Agreed,
  type AwaitedDelivery,
  agreedDeliveries,
  awaitedDelivery,
} from '../house/deliveries/due-delivery.ts'
import { makeDelivery } from '../house/deliveries/make-delivery.ts'
import type { House } from '../house/house.ts'
import type { Job, JobQueue } from './job-queue.ts'

interface DeliveriesOptions {
  readonly house: House
  readonly queue: JobQueue
  readonly complain: (sentence: string) => void
}

/** What a job says: which delivery. */
type DeliveryJob = Pick<DeliveryKey, 'code' | 'institution' | 'month'>

/** How long nobody looks again after there was nothing to make, in microseconds. */
const QUIET = 60_000_000

/**
 * Makes each delivery on its day, once: the job of it waits in the database under a name made of the
 * delivery and the day, and the database keeps one delivery a month. What could not be made is tried
 * again, with a next job each day. Each step rejects where the database is away.
 */
export class Deliveries {
  readonly #options: DeliveriesOptions
  #quietUntil = 0

  constructor(options: DeliveriesOptions) {
    this.#options = options
  }

  /** All that is to be done by now. */
  async catchUp(): Promise<void> {
    if (agreedDeliveries(this.#options.house.catalogue.deliveries).length === 0) return
    await this.#addDue()
    await this.#makeAll()
  }

  /** Of each that is due the first month; the next one comes once that is made. */
  async #addDue(): Promise<void> {
    const { house, queue } = this.#options
    const now = house.now()
    if (now < this.#quietUntil) return
    const due = await dueDeliveries(house, now)
    await queue.add(
      'delivery',
      due.map((each) => {
        const data = jobOf(each)
        return { id: idOf(data, dayOfMoment(now)), data }
      }),
    )
    if (due.length === 0) this.#quietUntil = now + QUIET
  }

  async #makeAll(): Promise<void> {
    const { queue } = this.#options
    for (;;) {
      const [job] = await queue.take<DeliveryJob>('delivery', 1)
      if (!job) return
      await this.#make(job)
      // What comes after it may be due as well.
      await this.#addDue()
    }
  }

  async #make(job: Job<DeliveryJob>): Promise<void> {
    const { house, queue } = this.#options
    const agreed = findAgreed(house, job.data)
    // Nobody delivers it any more.
    if (!agreed) return queue.done('delivery', job.id)
    const { month } = job.data
    try {
      const made = await makeDelivery(house, agreed, { month })
      if (made.ok) return await queue.done('delivery', job.id)
      await this.#failed(job, agreed, made.error.reason)
    } catch (error) {
      await this.#failed(job, agreed, 'Er ging iets mis op de server.')
      throw error
    }
  }

  /** Told on the pages of who delivers it and who gets it; at the last try also by the server. */
  async #failed(job: Job<DeliveryJob>, { definition, parties }: Agreed, why: string) {
    const { house, queue, complain } = this.#options
    const { code, institution, month } = job.data
    const key = { code, route: definition.route, ...parties, month }
    await house.store.deliveries.fail(key, house.now())
    await queue.failed('delivery', job.id, 'delivery')
    if (!job.isLastTry) return
    complain(
      `De levering over ${month} van ${parties.institution} aan ${parties.receiver} kon niet worden gemaakt, ook niet na vaker proberen. ${why} ` +
        `Tijdig probeert het morgen opnieuw. Zelf proberen gaat met: tijdig delivery make --month ${month} --institution ${institution}.`,
    )
  }
}

/** Those of which the day has come, where both organisations and something to count are there. */
async function dueDeliveries(house: House, now: Moment): Promise<readonly AwaitedDelivery[]> {
  const today = dayOfMoment(now)
  const known = new Set((await house.people.organisations()).map(({ code }) => code))
  const here = agreedDeliveries(house.catalogue.deliveries).filter(
    ({ parties }) => known.has(parties.institution) && known.has(parties.receiver),
  )
  if (here.length === 0) return []
  const counts = await house.store.countByRoute()
  const made = (await house.store.deliveries.list()).map(({ delivered }) => delivered)
  return here.flatMap((agreed) => {
    const { route } = agreed.definition
    const calendar = house.plans.get(route)?.calendar
    if (!calendar || !counts.get(route)?.events) return []
    const next = awaitedDelivery(agreed, made, today, calendar)
    return next.dueOn <= today ? [next] : []
  })
}

function findAgreed(house: House, { code, institution }: DeliveryJob): Agreed | undefined {
  return agreedDeliveries(house.catalogue.deliveries).find(
    ({ definition, parties }) => definition.code === code && parties.institution === institution,
  )
}

function jobOf({ definition, parties, month }: AwaitedDelivery): DeliveryJob {
  return { code: definition.code, institution: parties.institution, month }
}

/** One job a delivery and day, however often it is added. */
function idOf({ code, institution, month }: DeliveryJob, day: Day): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([code, institution, month, formatDay(day)]))
    .digest('hex')
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')
}
