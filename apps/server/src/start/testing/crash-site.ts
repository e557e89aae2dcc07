import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { runServerProcess, type ServerProcess } from '../../testing/run-server-process.ts'
import { killNow, type PostgresProcesses, postgresProcesses } from './crash-processes.ts'

/** Nothing that was asked of the load may be refused for being too much. */
const UNLIMITED = Object.fromEntries(
  ['SIGN_IN', 'DEMO', 'REFUSED', 'CALLS', 'FIGURES'].map((name) => [
    `TIJDIG_LIMIT_${name}`,
    '1000000',
  ]),
)

/** All that a server that starts well may say. */
const SAID =
  /^(Tijdig is te vinden op http|De gegevens staan in |De database wordt voor het eerst |De database herstelt zich |PostgreSQL wordt klaargezet|Tijdig stopt\.| {2}cijfers bijwerken: |$)/

/** A start after a crash on a busy machine, in milliseconds. */
const LONGEST_START = 60_000
const LONGEST_CLEARING = 20_000

/** A server on a data folder of its own, and what there is to kill of it. */
export class CrashSite {
  readonly folder: string
  readonly #environment: Readonly<Record<string, string>>
  #server: ServerProcess | undefined
  longestStart = 0

  constructor(folder: string, environment: Readonly<Record<string, string>> = {}) {
    this.folder = folder
    this.#environment = { ...UNLIMITED, ...environment }
  }

  get server(): ServerProcess {
    if (!this.#server) throw new Error('no server was started')
    return this.#server
  }

  get address(): string {
    return /http:\/\/[\d.:]+/.exec(this.server.output())?.[0] ?? ''
  }

  /** Starts the server without waiting for it. */
  begin(): ServerProcess {
    const args = ['--empty', '--port', '0']
    this.#server = runServerProcess(this.folder, args, this.#environment)
    return this.#server
  }

  /** Starts the server and waits until it is there; throws where that takes too long. */
  async start(): Promise<void> {
    const since = performance.now()
    const { until } = this.begin()
    await within(LONGEST_START, 'the start', until('Tijdig is te vinden op '), () =>
      this.server.output(),
    )
    this.longestStart = Math.max(this.longestStart, performance.now() - since)
  }

  /** What the server said that is no part of a good start. */
  complaints(): string[] {
    return this.server
      .output()
      .split('\n')
      .filter((line) => !SAID.test(line))
  }

  async killServer(): Promise<void> {
    this.server.process.kill('SIGKILL')
    await this.server.stopped
  }

  postgres(): PostgresProcesses {
    return postgresProcesses(this.folder)
  }

  /** Everything at once, as when the machine loses its power. */
  async killAll(): Promise<void> {
    const { postmaster, children, orphans } = this.postgres()
    this.server.process.kill('SIGKILL')
    for (const pid of [postmaster, ...children, ...orphans]) killNow(pid)
    await this.server.stopped
  }

  /** Waits until what was killed has left nothing that runs on. */
  async cleared(): Promise<void> {
    for (const since = performance.now(); ; await pause(50)) {
      const { postmaster, orphans } = this.postgres()
      if (postmaster !== undefined && orphans.length === 0) return
      if (performance.now() - since > LONGEST_CLEARING) {
        throw new Error(`left over: ${JSON.stringify(this.postgres())}`)
      }
    }
  }

  get cluster(): string {
    return join(this.folder, 'postgres', 'data')
  }
}

async function within<T>(
  milliseconds: number,
  what: string,
  work: Promise<T>,
  tell: () => string,
): Promise<T> {
  const patience = new AbortController()
  const tooLong = pause(milliseconds, undefined, { signal: patience.signal }).then(
    () => {
      throw new Error(`${what} took longer than ${milliseconds} ms:\n${tell()}`)
    },
    () => undefined as never,
  )
  try {
    return await Promise.race([work, tooLong])
  } finally {
    patience.abort()
  }
}
