import { type ChildProcess, spawn } from 'node:child_process'
import { inProject } from '../start/data-folder.ts'

export interface ServerProcess {
  readonly process: ChildProcess
  /** All that it printed until now. */
  output(): string
  /** Waits until it prints this; throws with all that it printed when it stops before. */
  until(words: string): Promise<void>
  /** The exit code, once it has stopped. */
  readonly stopped: Promise<number | null>
}

/** Runs the server as `npm start` does, in a process of its own. */
export function runServerProcess(
  dataFolder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ServerProcess {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', inProject('apps', 'server', 'src', 'main.ts'), ...args],
    {
      cwd: inProject(),
      env: {
        ...process.env,
        DATABASE_URL: '',
        PORT: '',
        TIJDIG_DATA: dataFolder,
        ...environment,
      },
    },
  )
  // Also when the tests are broken off, no server stays behind.
  const kill = () => child.kill()
  process.once('exit', kill)
  child.once('exit', () => process.off('exit', kill))
  let printed = ''
  const waiting = new Map<string, () => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      for (const [words, tell] of waiting) if (printed.includes(words)) tell()
    })
  }
  const stopped = new Promise<number | null>((resolve) => child.once('close', resolve))
  return {
    process: child,
    output: () => printed,
    stopped,
    until: (words) =>
      new Promise((resolve, reject) => {
        waiting.set(words, resolve)
        if (printed.includes(words)) resolve()
        void stopped.then(() => reject(new Error(`it stopped before "${words}":\n${printed}`)))
      }),
  }
}
