import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const BIN = fileURLToPath(new URL('../../bin/tijdig.mjs', import.meta.url))

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly errors: string
}

/** Runs `tijdig` as somebody would, on a data folder. */
export function runCli(
  dataFolder: string,
  args: readonly string[],
  input = '',
  cwd = process.cwd(),
): Promise<Ran> {
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd,
    env: { ...process.env, TIJDIG_DATA: dataFolder, DATABASE_URL: '' },
  })
  let out = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, out, errors }))
  })
}
