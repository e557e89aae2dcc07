import { readdir, readFile, readlink, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from './run.ts'

/** What a running (or killed) PostgreSQL left in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** Empty where it listens on loopback only. */
  readonly socketFolder: string
}

export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  // Lines: pid, data directory, start time, port, socket directory, address, shared memory, status.
  const [pid, , , port, socketFolder] = text.split('\n')
  if (!pid || Number.isNaN(Number(pid))) return undefined
  return { pid: Number(pid), port: Number(port ?? 0), socketFolder: socketFolder ?? '' }
}

/** Whether that process still runs and is the PostgreSQL of this cluster, not a later one's number. */
export async function isPostmasterAlive(cluster: string, pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  if (process.platform === 'win32') return true
  if (process.platform === 'linux') {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    return command.split('\0').includes(cluster)
  }
  const { output } = await run('ps', ['-o', 'command=', '-p', String(pid)])
  return output.includes(cluster)
}

/**
 * Ends what a killed postmaster left running: a process that is busy does not notice its end,
 * and holds the shared memory that a next start needs. Linux only; elsewhere it takes patience.
 */
export async function endOrphans(cluster: string): Promise<void> {
  if (process.platform !== 'linux') return
  const place = await realpath(cluster)
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const [folder, command] = await Promise.all([
      readlink(`/proc/${name}/cwd`).catch(() => ''),
      readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => ''),
    ])
    if (folder !== place || !command.startsWith('postgres: ')) continue
    try {
      process.kill(Number(name), 'SIGQUIT')
    } catch {
      // It ended by itself meanwhile.
    }
  }
}
