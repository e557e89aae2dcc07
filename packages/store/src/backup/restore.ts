import { join, resolve } from 'node:path'
import { err, ok, type Result } from '@tijdig/core'
import type { Client, DatabaseError as PostgresError } from 'pg'
import type { DatabaseOptions } from '../database/database.ts'
import type { DatabaseError } from '../database/database-error.ts'
import { inTransaction } from '../database/transaction.ts'
import { ensureRoles } from '../migrations/ensure-roles.ts'
import { apply } from '../migrations/migrate.ts'
import { type Migration, readMigrations } from '../migrations/migrations.ts'
import { keyName } from '../vault/person.ts'
import { asOnlyUser } from './as-only-user.ts'
import type { BackupProgress } from './back-up.ts'
import { type BackupError, refuse } from './backup-error.ts'
import { checkKept, type Kept } from './check-kept.ts'
import { destroyAgain } from './destroyed.ts'
import { layTables } from './lay-tables.ts'
import { loadTables } from './load-tables.ts'
import { type BackupManifest, MANIFEST } from './manifest.ts'
import { WRITING } from './read-snapshot.ts'
import { type ReadyKeys, readKeys } from './restore-keys.ts'

export interface RestoreOptions extends Omit<DatabaseOptions, 'role'> {
  /** A backup; never a folder with several. */
  readonly from: string
  /** A copy of the keys; null: without, so that nobody reads who the families are. */
  readonly keysFrom: string | null
  /** Where the keys are to come. */
  readonly keys: string
  /** `TIJDIG_MASTER_KEY` */
  readonly masterKey: string | undefined
  readonly onProgress?: (progress: BackupProgress) => void
  /** Told of each file that is read to see whether it is whole. */
  readonly onCheck?: (path: string) => void
  readonly signal?: AbortSignal
  /** Left out: those of this program. */
  readonly migrations?: readonly Migration[]
}

export interface RestoreReport {
  readonly manifest: BackupManifest
  /** Families that were destroyed after the backup was made, and are so again. */
  readonly destroyedSince: number
  /** Families of whom something is kept that no key opens. */
  readonly withoutKey: number
  /** Whether the keys are older than the backup: then a newer copy may open those. */
  readonly keysOlder: boolean
}

/**
 * Puts a backup in an empty database, and the keys in an empty folder: all of it, or nothing. What
 * is derived is made again at its first use; the chains are to be verified after.
 */
export async function restore(
  options: RestoreOptions,
): Promise<Result<RestoreReport, BackupError | DatabaseError>> {
  const { from, keysFrom, keys, masterKey, onCheck, signal } = options
  const kept = await checkKept<BackupManifest>(from, 'tijdig-backup', 'this', onCheck)
  if (!kept.ok) return kept
  const migrations = options.migrations ?? (await readMigrations())
  const mismatch = compareSchema(kept.value, migrations)
  if (mismatch) return err(mismatch)
  const ready = keysFrom === null ? ok(null) : await readKeys(keysFrom, resolve(keys), masterKey)
  if (!ready.ok) return ready
  const { identity } = kept.value.manifest
  if (ready.value?.identity !== undefined && ready.value.identity !== identity) {
    return refuse(
      'other-log',
      `De sleutels in ${keysFrom} horen bij een andere Tijdig dan de back-up in ${from}. Kijk na welke bij elkaar horen.`,
    )
  }
  if (signal?.aborted) return refuse('broken-off', 'Het terugzetten is afgebroken.')
  return asOnlyUser(options, signal, (client, place) =>
    putBack(client, place, kept.value, ready.value, migrations, options),
  )
}

class Refused extends Error {
  readonly reason: BackupError

  constructor(reason: BackupError) {
    super(reason.reason)
    this.reason = reason
  }
}

function get<T>(result: Result<T, BackupError>): T {
  if (result.ok) return result.value
  // Takes back, with the transaction, all that was done before.
  throw new Refused(result.error)
}

async function putBack(
  client: Client,
  place: string,
  kept: Kept<BackupManifest>,
  keys: ReadyKeys | null,
  migrations: readonly Migration[],
  { onProgress = () => undefined }: RestoreOptions,
): Promise<Result<RestoreReport, BackupError | DatabaseError>> {
  const roles = await ensureRoles(client)
  if (!roles.ok) return roles
  const { manifest } = kept
  try {
    return await inTransaction(client, async () => {
      await client.query(WRITING)
      get(await layTables(client, migrations.slice(0, manifest.schema.number), place))
      get(await loadTables(client, kept, onProgress))
      for (const migration of migrations.slice(manifest.schema.number)) {
        await apply(client, migration)
      }
      const destroyedSince = await destroyAgain(client, keys?.destroyed ?? [])
      const withoutKey = await countWithoutKey(client, keys?.ids ?? new Set())
      const destroyed = await namesOf(client, 'destruction')
      if (keys) get(await keys.place(new Set(destroyed)))
      const keysOlder = keys?.madeAt !== undefined && keys.madeAt < manifest.madeAt
      return ok({ manifest, destroyedSince, withoutKey, keysOlder })
    })
  } catch (error) {
    if (error instanceof Refused) return err(error.reason)
    const { code, message } = error as PostgresError
    if (code === '42501') {
      return refuse(
        'not-writable',
        'De gebruiker uit DATABASE_URL mag in deze database geen schema en tabellen maken of weghalen. Geef die rechten, of neem een gebruiker die ze heeft.',
        message,
      )
    }
    // What PostgreSQL does not take though it is as it was written: somebody wrote it anew.
    if (code?.startsWith('22') || code?.startsWith('23')) {
      return refuse(
        'backup-damaged',
        `De back-up in ${kept.folder} past niet in de database. Neem een andere back-up.`,
        message,
      )
    }
    throw error
  }
}

function compareSchema(
  { folder, manifest }: Kept<BackupManifest>,
  migrations: readonly Migration[],
): BackupError | undefined {
  const { number, checksum } = manifest.schema
  const path = join(folder, MANIFEST)
  if (number > migrations.length) {
    const reason = `${path} is van een nieuwere versie van Tijdig (stap ${number}, dit programma kent er ${migrations.length}). Werk Tijdig bij, en zet de back-up daarmee terug.`
    return { code: 'backup-newer', reason }
  }
  if (migrations[number - 1]?.checksum === checksum) return undefined
  const reason = `${path} is van een andere uitgave van Tijdig: stap ${number} is daar anders. Zet de back-up terug met die uitgave.`
  return { code: 'other-edition', reason }
}

async function countWithoutKey(client: Client, ids: ReadonlySet<string>): Promise<number> {
  return (await namesOf(client, 'vault_person')).filter((name) => !ids.has(name)).length
}

/** By what the keys of the families in a table are kept. */
async function namesOf(client: Client, table: 'vault_person' | 'destruction'): Promise<string[]> {
  const { rows } = await client.query<{ route: string; id: string }>(
    `select t.route, t.id from tijdig.trajectory t
    where exists (select from tijdig.${table} v where v.number = t.number)`,
  )
  return rows.map(keyName)
}
