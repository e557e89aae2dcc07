import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { join } from 'node:path'

interface Running {
  readonly pid: number
  readonly parent: number
}

/** The processes of the PostgreSQL of a data folder, as the system knows them. */
export interface PostgresProcesses {
  /** Undefined where none runs. */
  readonly postmaster: number | undefined
  readonly children: readonly number[]
  /** Those that outlived their postmaster. */
  readonly orphans: readonly number[]
}

export function postgresProcesses(dataFolder: string): PostgresProcesses {
  const cluster = join(dataFolder, 'postgres', 'data')
  const found = existsSync('/proc/self/cwd') ? inProc(cluster) : byPs(cluster)
  const isChild = ({ parent }: Running) => found.some(({ pid }) => pid === parent)
  const children = found.filter(isChild)
  const others = found.filter((each) => !isChild(each))
  const named = Number(readPid(cluster))
  const postmaster = others.find(({ pid }) => pid === named)?.pid
  return {
    postmaster,
    children: children.map(({ pid }) => pid),
    orphans: others.map(({ pid }) => pid).filter((pid) => pid !== postmaster),
  }
}

function readPid(cluster: string): string | undefined {
  const path = join(cluster, 'postmaster.pid')
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n')[0] : undefined
}

/** Each process of a cluster stands in its folder. */
function inProc(cluster: string): Running[] {
  if (!existsSync(cluster)) return []
  const place = realpathSync(cluster)
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        if (readlinkSync(`/proc/${name}/cwd`) !== place) return []
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        // The name of the program, in brackets, may hold anything.
        const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        return state === 'Z' ? [] : [{ pid: Number(name), parent: Number(parent) }]
      } catch {
        // It ended meanwhile.
        return []
      }
    })
}

function byPs(cluster: string): Running[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' })
  const all = lines.split('\n').map((line) => {
    const [pid, parent, ...command] = line.trim().split(/\s+/)
    return { pid: Number(pid), parent: Number(parent), command: command.join(' ') }
  })
  const main = all.filter(({ command }) => command.includes(cluster))
  return all.filter(({ pid, parent }) =>
    main.some((each) => each.pid === pid || each.pid === parent),
  )
}

/** Ends a process as a power cut would; one that ended by itself meanwhile is as good. */
export function killNow(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
