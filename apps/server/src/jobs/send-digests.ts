import { type Day, dayOfMoment, formatDay, type Moment } from '@tijdig/core'
import type { House } from '../house/house.ts'
import { digestLetter } from './digest-letter.ts'
import type { Job, JobQueue } from './job-queue.ts'
import type { MailSettings } from './mail-settings.ts'
import { type Post, PostFailure } from './post.ts'
import { warnedTerms } from './warned-terms.ts'

type Parts = Pick<House, 'plans' | 'store' | 'now'>

interface DigestsOptions {
  readonly house: Parts
  readonly queue: JobQueue
  readonly post: Post
  readonly mail: MailSettings
  readonly complain: (sentence: string) => void
  readonly isStopping: () => boolean
}

/** A killed server sends again at most the one that was on its way: they go one by one. */
const AT_ONCE = 5

/** Sends each person a digest of what is due, once a day. Each step rejects where the database is away. */
export class Digests {
  readonly #options: DigestsOptions
  #addedFor: Day | undefined

  constructor(options: DigestsOptions) {
    this.#options = options
  }

  /** All that is to be done by now. */
  async catchUp(): Promise<void> {
    await this.#addDay()
    await this.#planDays()
    await this.#sendMail()
  }

  /** The job of today, from its time on; also when the server was down at that time. */
  async #addDay(): Promise<void> {
    const { house, queue, mail } = this.#options
    const now = house.now()
    const today = dayOfMoment(now)
    if (this.#addedFor === today || timeOf(now) < mail.time) return
    await queue.add('digest-day', [{ id: idOfDay(today), data: {} }])
    this.#addedFor = today
  }

  /** Of whichever day a job is: what counts is today. */
  async #planDays(): Promise<void> {
    const { house, queue, complain } = this.#options
    for (const job of await queue.take<object>('digest-day', 1)) {
      const day = dayOfMoment(house.now())
      const warned = warnedTerms(house.plans.values(), day)
      try {
        await house.store.reminders.plan({ day, warned }, (query, digests) =>
          queue.add(
            'digest-mail',
            digests.map((digest) => ({ data: { digest } })),
            query,
          ),
        )
      } catch (error) {
        await queue.failed('digest-day', job.id, 'plan')
        if (job.isLastTry) {
          complain(`Het dagelijkse overzicht van ${formatDay(day)} kon niet worden gemaakt.`)
        }
        throw error
      }
      await queue.done('digest-day', job.id)
    }
  }

  async #sendMail(): Promise<void> {
    const { queue, complain } = this.#options
    for (;;) {
      const jobs = await queue.take<MailJob>('digest-mail', AT_ONCE)
      if (jobs.length === 0) return
      const { isUnreachable, givenUp } = await this.#sendAll(jobs)
      if (givenUp.length > 0) complain(inWords(givenUp))
      if (isUnreachable || this.#options.isStopping()) return
    }
  }

  async #sendAll(jobs: readonly Job<MailJob>[]) {
    const { queue, isStopping } = this.#options
    const givenUp: string[] = []
    let unreachable: string | undefined
    for (const job of jobs) {
      const skipped = unreachable ?? (isStopping() ? 'stopping' : undefined)
      const failure = skipped === undefined ? await this.#send(job) : undefined
      const code = skipped ?? failure?.code
      if (code === undefined) {
        await queue.done('digest-mail', job.id)
        continue
      }
      if (failure?.isUnreachable) unreachable = failure.code
      if (job.isLastTry) givenUp.push(code)
      await queue.failed('digest-mail', job.id, code)
    }
    return { isUnreachable: unreachable !== undefined, givenUp }
  }

  async #send({
    data,
  }: Job<MailJob>): Promise<Pick<PostFailure, 'code' | 'isUnreachable'> | undefined> {
    const { house, post, mail } = this.#options
    try {
      const delivered = await house.store.reminders.deliver(
        data.digest,
        dayOfMoment(house.now()),
        (digest) => post.send(digestLetter(digest, house.plans, mail)),
      )
      return delivered === 'busy' ? { code: 'busy', isUnreachable: false } : undefined
    } catch (error) {
      if (error instanceof PostFailure) return error
      throw error
    }
  }
}

interface MailJob {
  readonly digest: string
}

function inWords(codes: readonly string[]): string {
  const many = codes.length === 1 ? '1 overzicht is' : `${codes.length} overzichten zijn`
  return (
    `${many} niet per e-mail verstuurd, ook niet na vaker proberen (${[...new Set(codes)].join(', ')}). ` +
    'Kijk of TIJDIG_SMTP_URL en TIJDIG_MAIL_FROM kloppen, en wat uw mailserver meldt.'
  )
}

/** The time of the day in the Netherlands, as `07:00`. */
const CLOCK = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function timeOf(moment: Moment): string {
  return CLOCK.format(moment / 1_000)
}

/** One job a day, however often it is added. */
function idOfDay(day: Day): string {
  return `00000000-0000-4000-8000-${formatDay(day).replaceAll('-', '').padStart(12, '0')}`
}
