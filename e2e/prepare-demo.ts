import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createFolder, startServer } from './start-server.ts'

/** Where workers find the data folder that holds the demo. */
const PREPARED = 'TIJDIG_E2E_DEMO'

/** Loads the demo once, for all workers, into a data folder that nothing runs on. */
export default async function prepareDemo(): Promise<() => Promise<void>> {
  const folder = await createFolder()
  const dataFolder = join(folder, 'data')
  const server = await startServer({ dataFolder })
  const code = await server.stop()
  if (code !== 0) throw new Error(`De server stopte met ${code}:\n${server.output()}`)
  process.env[PREPARED] = dataFolder
  return () => rm(folder, { recursive: true, force: true })
}

/** Puts a copy of the prepared data folder at a path, of the same owners. */
export async function copyDemo(to: string): Promise<void> {
  const from = process.env[PREPARED]
  if (from === undefined) throw new Error('Er is geen map met het voorbeeld klaargezet.')
  if (process.platform === 'win32') return cp(from, to, { recursive: true })
  const [code] = await once(spawn('cp', ['-a', from, to], { stdio: 'inherit' }), 'exit')
  if (code !== 0) throw new Error(`Het voorbeeld kon niet naar ${to} worden gekopieerd.`)
}
