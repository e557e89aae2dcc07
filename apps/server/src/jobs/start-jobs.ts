import { setTimeout as pause } from 'node:timers/promises'
import { isDatabaseAway } from '../api/handle-errors.ts'
import type { House } from '../house/house.ts'
import { openJobQueue, type Patience } from './job-queue.ts'
import type { MailSettings } from './mail-settings.ts'
import { Deliveries } from './make-deliveries.ts'
import { openPost, type Post, PostFailure } from './post.ts'
import { Digests } from './send-digests.ts'

interface JobPace extends Patience {
  /** How long it waits, in milliseconds, before it looks again whether there is something to do. */
  readonly look: number
  /** How long a letter that is on its way may still take when the server stops, in milliseconds. */
  readonly leave: number
}

const PACE: JobPace = {
  look: 5_000,
  leave: 5_000,
  // The last one after an hour or two.
  retries: 6,
  retryDelaySeconds: 60,
  expireSeconds: 180,
  superviseSeconds: 60,
}

export interface RunningJobs {
  /** Takes on nothing new, and waits for what is being done. */
  stop(): Promise<void>
}

interface JobsOptions {
  readonly house: Pick<House, 'database' | 'plans' | 'store' | 'now'>
  /** Of which house the deliveries are made; left out: none are. */
  readonly deliveries?: House
  /** Left out: no mail goes out. */
  readonly mail?: MailSettings | undefined
  /** Told in a Dutch sentence what was given up, and of failures inside. */
  readonly complain: (sentence: string) => void
  readonly pace?: Partial<JobPace>
}

/** Runs the jobs of the server until they are stopped; waits while the database is away. */
export function startJobs({ house, deliveries, mail, complain, pace }: JobsOptions): RunningJobs {
  const { look, leave, ...patience } = { ...PACE, ...pace }
  const stopping = new AbortController()
  const { signal } = stopping
  let told = ''
  const tell = (error: unknown) => {
    if (isDatabaseAway(error) || signal.aborted) return
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error)
    // Once, and not at each look again.
    if (words !== told) complain(words)
    told = words
  }
  const queue = openJobQueue(house.database.pool, patience, tell)
  const isStopping = () => signal.aborted
  const post = mail && impatient(openPost(mail), signal, leave)
  const work = [
    ...(mail && post ? [new Digests({ house, queue, post, mail, complain, isStopping })] : []),
    ...(deliveries ? [new Deliveries({ house: deliveries, queue, complain })] : []),
  ]
  const run = async () => {
    let started = false
    while (!signal.aborted) {
      try {
        if (!started) await queue.start()
        started = true
        let failed = false
        for (const each of work) {
          // One that fails does not keep the other from its work.
          await each.catchUp().catch((error: unknown) => {
            failed = true
            tell(error)
          })
        }
        if (!failed) told = ''
      } catch (error) {
        tell(error)
      }
      await pause(look, undefined, { signal }).catch(() => undefined)
    }
  }
  const running = run()
  return {
    async stop() {
      stopping.abort()
      await running
      post?.close()
      await queue.stop()
    },
  }
}

/** A letter that takes too long when the server stops counts as not sent. */
function impatient(post: Post, signal: AbortSignal, leave: number): Post {
  return {
    async send(letter) {
      const sent = new AbortController()
      const late = async () => {
        const once = { once: true, signal: sent.signal }
        if (!signal.aborted) {
          await new Promise<void>((resolve) =>
            signal.addEventListener('abort', () => resolve(), once),
          )
        }
        await pause(leave, undefined, { signal: sent.signal })
        throw new PostFailure('stopping', true)
      }
      try {
        await Promise.race([post.send(letter), late()])
      } finally {
        sent.abort()
      }
    },
    close: () => post.close(),
  }
}
