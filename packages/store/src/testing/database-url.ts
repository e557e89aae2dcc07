import type { ClientConfig } from 'pg'

/** The address of a database as somebody would give it in `DATABASE_URL`. */
export function databaseUrl(config: ClientConfig, database: string): string {
  if (config.connectionString) {
    const url = new URL(config.connectionString)
    url.pathname = `/${database}`
    return url.href
  }
  const { host = '', port, user = '', password } = config
  const rest = { host, ...(port && { port: String(port) }) }
  const who = [user, ...(typeof password === 'string' ? [password] : [])].map(encodeURIComponent)
  return `postgres://${who.join(':')}@/${database}?${new URLSearchParams(rest)}`
}
