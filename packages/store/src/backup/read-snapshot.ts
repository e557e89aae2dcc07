import { createGzip } from 'node:zlib'
import { escapeIdentifier, type PoolClient } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { readCheckpoint } from '../audit/checkpoint.ts'
import type { KeptFolder } from './kept-folder.ts'
import type { BackupManifest, TableFile } from './manifest.ts'
import type { KeptTable } from './tables.ts'

/** The quickest: a hash does not get smaller by trying harder, and most of an event is hashes. */
const COMPRESSION = { level: 1 }

/** How days, moments and bytes are written, whatever the server is set to. */
export const WRITING = `
  set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601';
  set local bytea_output = 'hex'; set local extra_float_digits = 1`

export type Ends = Pick<BackupManifest, 'identity' | 'schema' | 'log' | 'audit'>

/** Where log and audit ended when the snapshot was taken. */
export async function readEnds(client: PoolClient): Promise<Ends> {
  const { rows } = await client.query<{
    identity: string
    position: string
    hash: string
    number: number
    checksum: string
  }>(`
    select l.identity, l.position, encode(l.hash, 'hex') as hash, m.number, m.checksum
    from tijdig.log l, tijdig.migration m
    order by m.number desc limit 1`)
  const row = rows[0]
  if (!row) throw new Error('the log has no head')
  const { identity, chains, hash } = await readCheckpoint(client)
  return {
    identity: row.identity,
    schema: { number: row.number, checksum: row.checksum },
    log: { position: Number(row.position), hash: row.hash },
    audit: { identity, chains, hash },
  }
}

/** Writes a table as gzipped CSV with a header, as it comes from PostgreSQL. */
export async function writeTable(
  client: PoolClient,
  folder: KeptFolder,
  { part, name, order }: KeptTable,
  onBytes: (bytes: number) => void,
): Promise<TableFile> {
  const columns = await columnsOf(client, name)
  const listed = columns.map(escapeIdentifier).join(', ')
  const rows = client.query(
    copyTo(
      `copy (select ${listed} from tijdig.${escapeIdentifier(name)} order by ${order})
      to stdout (format csv, header, encoding 'UTF8')`,
    ),
  )
  const path = `${part}/${name}.csv.gz`
  const file = await folder.write(path, rows, createGzip(COMPRESSION), onBytes)
  return { ...file, part, table: name, columns, rows: rows.rowCount }
}

async function columnsOf(client: PoolClient, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
    where attrelid = format('tijdig.%I', $1::text)::regclass
      and attnum > 0 and not attisdropped and attgenerated = ''
    order by attnum`,
    [table],
  )
  return rows.map(({ name }) => name)
}
