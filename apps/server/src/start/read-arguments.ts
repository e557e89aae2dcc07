import { parseArgs } from 'node:util'
import { err, ok, type Result } from '@tijdig/core'

export interface Arguments {
  readonly port: number
  readonly host: string
  /** Without the demo. */
  readonly empty: boolean
  readonly help: boolean
}

interface Environment {
  readonly PORT?: string | undefined
}

const DEFAULT_PORT = 8080
const LOOPBACK = '127.0.0.1'

export const USAGE = `Zo start u Tijdig:
  npm start                       met voorbeeldgegevens, op http://127.0.0.1:${DEFAULT_PORT}
  npm start -- --empty            zonder voorbeeldgegevens
  npm start -- --port 8081        op een andere poort (ook: PORT=8081)
  npm start -- --host 0.0.0.0     ook bereikbaar voor andere computers; dan is TIJDIG_ISSUER nodig

Omgeving: TIJDIG_DATA (map met gegevens, standaard .tijdig), DATABASE_URL (een eigen PostgreSQL),
TIJDIG_HOSTS (namen waaronder een proxy deze server aanroept, met komma's ertussen),
TIJDIG_ISSUER, TIJDIG_CLIENT_ID en TIJDIG_CLIENT_SECRET (waar mensen inloggen). Meer staat in
docs/handleiding/inloggen-en-beheer.md.`

/** Reads how the server is to be started; what is wrong is told in a sentence. */
export function readArguments(
  args: readonly string[],
  environment: Environment,
): Result<Arguments, string> {
  const parsed = parse(args)
  if (!parsed.ok) return parsed
  const { port: asked, host, empty, help } = parsed.value
  const text = asked ?? (environment.PORT || String(DEFAULT_PORT))
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65_535)) {
    return err(`"${text}" is geen poort. Kies een getal van 0 tot en met 65535.`)
  }
  return ok({ port, host: host ?? LOOPBACK, empty: empty ?? false, help: help ?? false })
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        empty: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    return ok(values)
  } catch (error) {
    const wrong = /'([^']+)'/.exec(error instanceof Error ? error.message : '')?.[1] ?? ''
    return err(`De optie ${wrong} kan hier niet.\n\n${USAGE}`)
  }
}
