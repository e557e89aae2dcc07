import type { Pool } from 'pg'
import PgBoss from 'pg-boss'

/** The schema and the queues are made by the owner of the database, in a migration. */
const SCHEMA = 'tijdig_jobs'
type QueueName = 'digest-day' | 'digest-mail' | 'delivery'

export interface Job<T> {
  readonly id: string
  readonly data: T
  /** Should it fail now, it is not tried again. */
  readonly isLastTry: boolean
}

/** How often a job is tried again, after how long, and how long one may take. */
export interface Patience {
  readonly retries: number
  /** Before the second try; twice as long before each next one, and up to as much again at random. */
  readonly retryDelaySeconds: number
  /** After this a job that was taken counts as broken off, and is tried again. */
  readonly expireSeconds: number
  /** How often that is looked at. */
  readonly superviseSeconds: number
}

type Query = (text: string, values: unknown[]) => Promise<{ rows: unknown[] }>

/** Jobs that wait in the database. Each call rejects where the database is away. */
export interface JobQueue {
  start(): Promise<void>
  /**
   * @param jobs A job with an id that is there already is not added again.
   * @param query In whose transaction they are added; left out: at once.
   */
  add(
    queue: QueueName,
    jobs: readonly { readonly id?: string; readonly data: object }[],
    query?: Query,
  ): Promise<void>
  /** Takes jobs of which the time has come; nobody else gets them. */
  take<T>(queue: QueueName, most: number): Promise<readonly Job<T>[]>
  done(queue: QueueName, id: string): Promise<void>
  /** It is tried again later, as long as it may be. */
  failed(queue: QueueName, id: string, code: string): Promise<void>
  stop(): Promise<void>
}

/**
 * pg-boss without its own workers: those leave an answer of the database unheard, and a database that
 * is away for a moment would then end the server.
 */
export function openJobQueue(
  pool: Pool,
  patience: Patience,
  report: (error: unknown) => void,
): JobQueue {
  const execute = async (text: string, values?: unknown[]): Promise<{ rows: unknown[] }> => {
    const client = await pool.connect()
    let broken = true
    try {
      const result = await client.query(text, values)
      broken = false
      return result
    } finally {
      // Several statements with their own begin and commit: what failed half-way is not lent out again.
      client.release(broken)
    }
  }
  const boss = new PgBoss({
    db: { executeSql: execute },
    schema: SCHEMA,
    migrate: false,
    schedule: false,
    supervise: true,
    maintenanceIntervalSeconds: patience.superviseSeconds,
  })
  boss.on('error', report)
  return {
    async start() {
      await boss.start()
    },
    async add(queue, jobs, query) {
      if (jobs.length === 0) return
      await boss.insert(
        jobs.map((job) => ({
          ...job,
          name: queue,
          retryLimit: patience.retries,
          retryDelay: patience.retryDelaySeconds,
          retryBackoff: true,
          expireInSeconds: patience.expireSeconds,
        })),
        { db: { executeSql: query ?? execute } },
      )
    },
    async take<T>(queue: QueueName, most: number) {
      // It keeps to itself what goes wrong while it takes.
      let wrong: { error: unknown } | undefined
      const executeSql = (text: string, values?: unknown[]) =>
        execute(text, values).catch((error: unknown) => {
          wrong = { error }
          throw error
        })
      const taken = await boss.fetch<T>(queue, {
        batchSize: most,
        includeMetadata: true,
        db: { executeSql },
      })
      if (wrong) throw wrong.error
      return taken.map(({ id, data, retryCount, retryLimit }) => ({
        id,
        data,
        isLastTry: retryCount >= retryLimit,
      }))
    },
    async done(queue, id) {
      await boss.complete(queue, id)
    },
    async failed(queue, id, code) {
      await boss.fail(queue, id, { code })
    },
    stop: () => boss.stop({ graceful: false }),
  }
}
