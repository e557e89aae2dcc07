import { spawn } from 'node:child_process'

/** A user of this machine, as `id` knows it. */
export interface SystemUser {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

export interface RunResult {
  readonly exitCode: number
  readonly output: string
}

/** Runs a program to its end, as another user where one is given, in a folder that user may enter. */
export function run(
  program: string,
  parameters: readonly string[],
  { user, folder }: { readonly user?: SystemUser | null; readonly folder?: string } = {},
): Promise<RunResult> {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      env: cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...(folder === undefined ? {} : { cwd: folder }),
      ...(user ? { uid: user.uid, gid: user.gid } : {}),
    })
    const output: string[] = []
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString('utf8')))
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString('utf8')))
    child.on('error', (error) => resolve({ exitCode: -1, output: error.message }))
    const done = (code: number | null) =>
      resolve({ exitCode: code ?? -1, output: output.join('').trim() })
    child.on('close', done)
    // On some systems what a program leaves running holds its output open for ever.
    child.on('exit', (code) => setTimeout(done, 200, code).unref())
  })
}

/** Without what would point PostgreSQL's programs elsewhere, in plain English and UTC. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG|TZ$)/i.test(name))
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' }
}
