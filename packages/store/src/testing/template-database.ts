import { randomUUID } from 'node:crypto'
import { Client, type ClientConfig } from 'pg'
import { migrate } from '../migrations/migrate.ts'

/** Makes a migrated database in which nothing happens; to copy it is quicker than to migrate anew. */
export async function makeTemplate(server: ClientConfig): Promise<string> {
  const name = `template_${randomUUID().replaceAll('-', '')}`
  await runIn(server, (client) => client.query(`create database ${name}`))
  const migrated = await runIn(inDatabase(server, name), migrate)
  if (!migrated.ok) throw new Error(migrated.error.reason)
  return name
}

export async function dropTemplate(server: ClientConfig, name: string): Promise<void> {
  await runIn(server, (client) => client.query(`drop database ${name}`))
}

/**
 * What a copy of a migrated database lacks: a log and an audit of its own, and rights on the
 * database itself, which are not copied along.
 */
export const FINISH_COPY = `
  do $$ begin
    execute format('revoke temporary on database %I from tijdig_app, public', current_database());
    execute format('grant temporary on database %I to tijdig_system', current_database());
  end $$;
  set session_replication_role = 'replica';
  update tijdig.log set identity = new.id, hash = sha256(convert_to(new.id::text, 'UTF8'))
    from (select gen_random_uuid() as id) new;
  update tijdig.audit_head set identity = new.id, hash = sha256(convert_to(new.id::text, 'UTF8'))
    from (select gen_random_uuid() as id) new;
  set session_replication_role = 'origin'`

export function inDatabase(config: ClientConfig, name: string): ClientConfig {
  if (!config.connectionString) return { ...config, database: name }
  const url = new URL(config.connectionString)
  url.pathname = `/${name}`
  return { ...config, connectionString: url.href }
}

async function runIn<T>(config: ClientConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(config)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
