import { err, ok, type Result } from '@tijdig/core'
import { Client, type ClientConfig, type DatabaseError as PostgresError } from 'pg'
import { type DatabaseError, databaseError } from './database-error.ts'

const OLDEST = 15

export interface OwnServer {
  readonly config: ClientConfig
  /** For people: host, port and name of the database, never the password. */
  readonly place: string
}

/** The PostgreSQL that `DATABASE_URL` names, once it answers and is fit for use. */
export async function reachOwnServer(url: string): Promise<Result<OwnServer, DatabaseError>> {
  const config = { connectionString: url, connectionTimeoutMillis: 10_000 }
  const client = /^postgres(ql)?:\/\/./.test(url) ? makeClient(config) : undefined
  if (!client) {
    return err(
      databaseError(
        'database-url-invalid',
        'DATABASE_URL is geen adres van een PostgreSQL. Schrijf bijvoorbeeld postgres://gebruiker:wachtwoord@computer:5432/tijdig.',
      ),
    )
  }
  client.on('error', () => undefined)
  const place = `${client.host}:${client.port}/${client.database ?? ''}`
  try {
    await client.connect()
  } catch (error) {
    return err(explain(place, error as PostgresError))
  }
  try {
    const unfit = await checkServer(client, place)
    return unfit ? err(unfit) : ok({ config, place })
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Whether a server is new enough and keeps all text. */
export async function checkServer(
  client: Client,
  place: string,
): Promise<DatabaseError | undefined> {
  const { rows } = await client.query<{ version: number; shown: string; encoding: string }>(
    `select current_setting('server_version_num')::int as version,
      current_setting('server_version') as shown, current_setting('server_encoding') as encoding`,
  )
  const server = rows[0]
  if (!server || server.version < OLDEST * 10_000) {
    return databaseError(
      'database-too-old',
      `De PostgreSQL op ${place} is versie ${server?.shown ?? 'onbekend'}; Tijdig heeft ${OLDEST} of nieuwer nodig. Werk PostgreSQL bij.`,
    )
  }
  if (server.encoding !== 'UTF8') {
    return databaseError(
      'database-encoding',
      `De database op ${place} gebruikt ${server.encoding} en kan niet alle tekst bewaren. Maak een database met ENCODING 'UTF8'.`,
    )
  }
  return undefined
}

function makeClient(config: ClientConfig): Client | undefined {
  try {
    return new Client(config)
  } catch {
    return undefined
  }
}

function explain(place: string, error: PostgresError): DatabaseError {
  switch (error.code) {
    case '28P01':
    case '28000':
      return databaseError(
        'database-unreachable',
        `De PostgreSQL op ${place} laat deze gebruiker niet toe. Kijk de gebruiker en het wachtwoord in DATABASE_URL na.`,
        error.message,
      )
    case '3D000':
      return databaseError(
        'database-unreachable',
        `Op ${place} bestaat die database niet. Maak haar aan, of verander DATABASE_URL.`,
        error.message,
      )
    default:
      return databaseError(
        'database-unreachable',
        `De PostgreSQL op ${place} antwoordt niet. Kijk of zij draait en of DATABASE_URL klopt.`,
        error.message,
      )
  }
}
