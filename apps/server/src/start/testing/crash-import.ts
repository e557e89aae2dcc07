import { type ChildProcess, fork, spawn } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inProject } from '../data-folder.ts'
import { IMPORTED } from './crash-evidence.ts'

const FILES = 6
const LINES_A_FILE = 200

/** Files of events that nobody brought in before; each file stands for good by itself. */
export async function writeImport(folder: string, number: number): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const text = await readFile(inProject('examples', 'jbjr-2023-03.ndjson'), 'utf8')
  const lines = text.split('\n').slice(0, FILES * LINES_A_FILE)
  return Promise.all(
    Array.from({ length: FILES }, async (_, file) => {
      const own = lines.slice(file * LINES_A_FILE, (file + 1) * LINES_A_FILE).map((line) => {
        const event = JSON.parse(line)
        const named = (name: string) => `${IMPORTED}${number}-${name}`
        return JSON.stringify({
          ...event,
          id: named(event.id),
          trajectory: named(event.trajectory),
          ...(event.supersedes && { supersedes: named(event.supersedes) }),
        })
      })
      const path = join(folder, `${number}-${file}.ndjson`)
      await writeFile(path, `${own.join('\n')}\n`)
      return path
    }),
  )
}

export interface ImportProcess {
  readonly process: ChildProcess
  /** Once it has the database open; also when it stopped before that. */
  readonly opened: Promise<unknown>
  /** Once it stopped: what it said last. */
  readonly stopped: Promise<unknown>
}

/** Begins to bring files in, in a process of its own. */
export function beginImport(dataFolder: string, files: readonly string[]): ImportProcess {
  const program = fileURLToPath(new URL('./import-files.ts', import.meta.url))
  const child = fork(program, [dataFolder, ...files], {
    execArgv: ['--import', 'tsx'],
    cwd: inProject(),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  let said: unknown
  child.on('message', (message) => {
    said = message
  })
  const stopped = new Promise((resolve) => child.once('close', () => resolve(said)))
  const opened = Promise.race([stopped, new Promise((resolve) => child.once('message', resolve))])
  return { process: child, opened, stopped }
}

/** Brings files in with `tijdig import`; gives how many of their events are in the log then. */
export async function finishImport(dataFolder: string, files: readonly string[]): Promise<number> {
  const program = inProject('apps', 'cli', 'bin', 'tijdig.mjs')
  const child = spawn(process.execPath, [program, 'import', ...files], {
    cwd: inProject(),
    env: { ...process.env, DATABASE_URL: '', TIJDIG_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`tijdig import ended with ${code}: ${output}`)
  const counts = [...output.matchAll(/([\d.]+) nieuw, ([\d.]+) al aanwezig, 0 geweigerd\.$/gm)]
  const number = (text = '') => Number(text.replaceAll('.', ''))
  return counts.reduce((sum, [, fresh, known]) => sum + number(fresh) + number(known), 0)
}

export const IMPORTED_EVENTS = FILES * LINES_A_FILE
