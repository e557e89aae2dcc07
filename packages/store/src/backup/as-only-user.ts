import { err, type Result } from '@tijdig/core'
import { Client } from 'pg'
import { chooseServer } from '../database/choose-server.ts'
import { openDataFolder } from '../database/data-folder.ts'
import type { DatabaseOptions } from '../database/database.ts'
import type { DatabaseError } from '../database/database-error.ts'
import { enter } from '../database/open-database.ts'
import { checkServer } from '../database/own-server.ts'
import { type BackupError, refuse } from './backup-error.ts'

/**
 * Works on a database as its owner while no other program does: nothing is migrated or made ready
 * before. Aborting breaks the connection, and with it what was not committed.
 */
export async function asOnlyUser<T>(
  options: Omit<DatabaseOptions, 'role'>,
  signal: AbortSignal | undefined,
  work: (client: Client, place: string) => Promise<Result<T, BackupError | DatabaseError>>,
): Promise<Result<T, BackupError | DatabaseError>> {
  const folder = await openDataFolder(options.dataFolder)
  if (!folder.ok) return folder
  const server = await chooseServer(folder.value, { ...options, role: 'server' })
  if (!server.ok) return server
  const entered = await enter(server.value, folder.value, 'server')
  if (!entered.ok) return entered
  const { keeper, config } = entered.value
  if (!(await keeper.isLast())) {
    await keeper.end()
    return refuse(
      'in-use',
      `Een ander programma werkt met de database op ${server.value.place}. Stop het, en zet de back-up daarna terug.`,
    )
  }
  const client = new Client({ ...config, application_name: 'tijdig restore' })
  client.on('error', () => undefined)
  const abort = () => void client.end().catch(() => undefined)
  try {
    await client.connect()
    signal?.addEventListener('abort', abort)
    const unfit = await checkServer(client, server.value.place)
    return unfit ? err(unfit) : await work(client, server.value.place)
  } catch (error) {
    if (!signal?.aborted) throw error
    return refuse('broken-off', 'Het terugzetten is afgebroken. Er is niets teruggezet.')
  } finally {
    signal?.removeEventListener('abort', abort)
    await client.end().catch(() => undefined)
    // While the lock is still held: who comes now waits until it is down.
    if (server.value.stop) await server.value.stop()
    await keeper.end()
  }
}
