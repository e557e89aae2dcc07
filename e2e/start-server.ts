import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inRoot } from '../scripts/root.mjs'

export interface RunningServer {
  /** Where the web application is, without a slash at the end. */
  readonly url: string
  readonly dataFolder: string
  readonly process: ChildProcess
  /** All that the server has printed until now. */
  output(): string
  /** Stops it as Ctrl-C does, waits for it, and removes its data folder; gives its exit code. */
  stop(): Promise<number | null>
}

interface Options {
  /** Without the demo. */
  readonly empty?: boolean
  /** An existing data folder, which then stays; else a new one that goes when the server stops. */
  readonly dataFolder?: string
  readonly env?: Readonly<Record<string, string>>
}

/**
 * Starts Tijdig as `npm start` does, on a free port, and waits until it says where it is. Throws
 * with all that it printed when it stops before that.
 */
export async function startServer(options: Options = {}): Promise<RunningServer> {
  const temporary = options.dataFolder ? undefined : await createFolder()
  const dataFolder = options.dataFolder ?? join(temporary ?? '', 'data')
  const port = await findFreePort()
  const child = spawn(
    process.execPath,
    [inRoot('scripts', 'start.mjs'), '--port', `${port}`, ...(options.empty ? ['--empty'] : [])],
    {
      cwd: inRoot(),
      env: { ...process.env, ...options.env, TIJDIG_DATA: dataFolder },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const stopped = once(child, 'exit')
  // Also when the tests are broken off, no server stays behind.
  const kill = () => child.kill()
  process.once('exit', kill)
  child.once('exit', () => process.off('exit', kill))
  let printed = ''
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text
        if (new RegExp(`https?://[^\\s]*:${port}\\b`).test(printed)) resolve()
      })
    }
  })
  const early = stopped.then(async () => {
    if (temporary) await rm(temporary, { recursive: true, force: true })
    throw new Error(`De server stopte voordat hij klaar was:\n${printed}`)
  })
  await Promise.race([ready, early])
  early.catch(() => undefined)

  return {
    url: `http://127.0.0.1:${port}`,
    dataFolder,
    process: child,
    output: () => printed,
    async stop() {
      child.kill('SIGTERM')
      await stopped
      if (temporary) await rm(temporary, { recursive: true, force: true })
      return child.exitCode
    },
  }
}

/** A new folder that goes when whoever asked for it removes it. */
export async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tijdig-e2e-'))
  // PostgreSQL never runs as root: its own user must be able to enter.
  await chmod(folder, 0o755)
  return folder
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('Geen vrije poort gevonden.')
  return address.port
}
