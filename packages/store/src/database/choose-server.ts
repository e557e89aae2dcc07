import { err, ok, type Result } from '@tijdig/core'
import type { ClientConfig } from 'pg'
import { joinEmbedded } from '../embedded/join-embedded.ts'
import type { Database, DatabaseEnvironment, DatabaseOptions } from './database.ts'
import { type DatabaseError, databaseError } from './database-error.ts'
import { reachOwnServer } from './own-server.ts'

/** A PostgreSQL to work with: embedded or one's own. */
export interface Server {
  readonly kind: Database['kind']
  readonly place: string
  reach(): Promise<Result<ClientConfig, DatabaseError>>
  /** One's own server is never stopped. */
  readonly stop: (() => Promise<void>) | null
}

/** The server that the environment asks for: one's own where it is named, else the embedded one. */
export async function chooseServer(
  folder: string,
  options: DatabaseOptions,
): Promise<Result<Server, DatabaseError>> {
  const { environment } = options
  const notify = options.notify ?? (() => undefined)
  if (environment.DATABASE_URL) return chooseOwn(environment.DATABASE_URL)
  if (mustChoose(environment)) {
    return err(
      databaseError(
        'embedded-not-chosen',
        'In productie (NODE_ENV=production) hoort een eigen PostgreSQL: zet het adres in DATABASE_URL. ' +
          'Wilt u de meegeleverde gebruiken, zet dan TIJDIG_EMBEDDED=yes.',
      ),
    )
  }
  const embedded = await joinEmbedded(folder, notify)
  if (!embedded.ok) return embedded
  const { place, reach, stop } = embedded.value
  return ok({ kind: 'embedded', place: place.home, reach, stop })
}

async function chooseOwn(url: string): Promise<Result<Server, DatabaseError>> {
  const reached = await reachOwnServer(url)
  if (!reached.ok) return reached
  return ok({
    kind: 'own',
    place: reached.value.place,
    reach: async () => {
      const again = await reachOwnServer(url)
      return again.ok ? ok(again.value.config) : again
    },
    stop: null,
  })
}

function mustChoose(environment: DatabaseEnvironment): boolean {
  return environment.NODE_ENV === 'production' && environment.TIJDIG_EMBEDDED !== 'yes'
}
