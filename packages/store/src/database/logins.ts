import { createHash, createHmac } from 'node:crypto'
import { Client, type ClientConfig, type DatabaseError as PostgresError } from 'pg'
import {
  ACTOR_ROLE,
  type ApplicationRole,
  changeRoles,
  isRole,
  SYSTEM_ROLE,
} from '../migrations/ensure-roles.ts'

/** As whom a pool connects: somebody who has the rights of one role and of nobody else. */
interface Login {
  readonly user: string
  readonly password: string | undefined
}

/** By role the login that has its rights; null where its rights can only be taken on by the owner. */
export type Logins = Readonly<Record<ApplicationRole, Login | null>>

/**
 * Makes a login for each of the application's roles, so that a connection has no more rights to fall
 * back on. One a database; the password follows from the owner's, so that each program finds the same.
 * @param client The owner's connection, after migrating.
 * @param config How the owner connects.
 */
export async function ensureLogins(
  client: Client,
  config: ClientConfig,
  notify: (sentence: string) => void,
): Promise<Logins> {
  const logins = {
    [ACTOR_ROLE]: await ensureLogin(client, config, ACTOR_ROLE),
    [SYSTEM_ROLE]: await ensureLogin(client, config, SYSTEM_ROLE),
  }
  if (!logins[ACTOR_ROLE] || !logins[SYSTEM_ROLE]) notify(await explain(client))
  return logins
}

/** How to connect for a role. */
export function configFor(
  config: ClientConfig,
  logins: Logins,
  role: ApplicationRole,
): ClientConfig {
  const login = logins[role]
  if (!login) return config
  const { user, password } = login
  if (config.connectionString === undefined) {
    return { ...config, user, ...(password === undefined ? {} : { password }) }
  }
  const given = config.connectionString
  // What stands last in an address counts.
  const parameters = new URLSearchParams({ user, ...(password && { password }) })
  return {
    ...config,
    connectionString: `${given}${given.includes('?') ? '&' : '?'}${parameters}`,
  }
}

export function loginName(role: ApplicationRole, database: string): string {
  return `${role}_${createHash('sha256').update(database).digest('hex').slice(0, 12)}`
}

async function ensureLogin(
  client: Client,
  config: ClientConfig,
  role: ApplicationRole,
): Promise<Login | null> {
  const database = client.database ?? ''
  const user = loginName(role, database)
  const secret = client.password
  const password = secret
    ? createHmac('sha256', secret).update(`${database}\n${user}`).digest('base64url')
    : undefined
  const login = { user, password }
  const credentials = password === undefined ? 'login' : `login password '${password}'`
  const connects = () =>
    isConfined({ ...configFor(config, { ...NONE, [role]: login }, role) }, role)
  try {
    if (await isRole(client, user)) {
      if (await connects()) return login
      // The owner's password may be another than when it was made.
      await changeRoles(() => client.query(`alter role ${user} ${credentials}`))
    } else {
      await changeRoles(async () => {
        if (await isRole(client, user)) return
        await client.query(`create role ${user} ${credentials} in role ${role}`)
      })
    }
    return (await connects()) ? login : null
  } catch (error) {
    if ((error as PostgresError).code === '42501') return null
    throw error
  }
}

const NONE: Logins = { [ACTOR_ROLE]: null, [SYSTEM_ROLE]: null }

/** Whether somebody can connect so, and has the rights of this role alone. */
async function isConfined(config: ClientConfig, role: ApplicationRole): Promise<boolean> {
  const client = new Client({ ...config, application_name: 'tijdig' })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ confined: boolean }>(
      `select not (r.rolsuper or r.rolbypassrls or r.rolcreaterole)
        and array(select roleid::regrole::text from pg_auth_members where member = r.oid) = array[$1::text]
        as confined
      from pg_roles r where r.rolname = session_user`,
      [role],
    )
    return rows[0]?.confined === true
  } catch (error) {
    // Refused for who one is; anything else is for whoever opens the database.
    if ((error as PostgresError).code?.startsWith('28')) return false
    throw error
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function explain(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select quote_ident(current_user) as name')
  const name = rows[0]?.name ?? 'GEBRUIKER'
  return (
    'Tijdig kan voor deze database geen eigen gebruikers met weinig rechten maken en legt daarom zelf ' +
    'bij elke verbinding de rechten van de eigenaar af. Dat werkt, maar een fout in Tijdig kan ze terugnemen. ' +
    `Laat een beheerder dit uitvoeren: ALTER ROLE ${name} CREATEROLE; ` +
    `GRANT ${ACTOR_ROLE}, ${SYSTEM_ROLE} TO ${name} WITH ADMIN OPTION; en start Tijdig opnieuw. ` +
    'DATABASE_URL moet een wachtwoord bevatten.'
  )
}
