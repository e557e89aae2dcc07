import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { ok, type Result } from '@tijdig/core'
import { type Client, escapeIdentifier } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { BackupProgress } from './back-up.ts'
import { type BackupError, refuse } from './backup-error.ts'
import type { Kept } from './check-kept.ts'
import { type BackupManifest, chainsOf, type TableFile } from './manifest.ts'

/**
 * Puts the rows of a backup in empty tables, in the transaction of who calls. What guards tables
 * against changes is put aside meanwhile, and stands again after.
 */
export async function loadTables(
  client: Client,
  { folder, manifest }: Kept<BackupManifest>,
  onProgress: (progress: BackupProgress) => void,
): Promise<Result<void, BackupError>> {
  const tables = manifest.files.map(({ table }) => `tijdig.${escapeIdentifier(table)}`)
  for (const table of tables) await client.query(`alter table ${table} disable trigger user`)
  for (const file of manifest.files) {
    const rows = await load(client, folder, file, (bytes) =>
      onProgress({ part: file.part, table: file.table, bytes }),
    )
    if (rows !== file.rows) {
      return refuse(
        'backup-damaged',
        `${join(folder, file.path)} telt ${rows} rijen en hoort er ${file.rows} te tellen. Neem een andere back-up.`,
      )
    }
    onProgress({ part: file.part, table: file.table, bytes: file.bytes, rows })
  }
  for (const table of tables) await client.query(`alter table ${table} enable trigger user`)
  for (const table of tables) await client.query(`analyze ${table}`)
  return checkEnds(client, folder, manifest)
}

async function load(
  client: Client,
  folder: string,
  { path, table, columns }: TableFile,
  onBytes: (bytes: number) => void,
): Promise<number> {
  const name = `tijdig.${escapeIdentifier(table)}`
  // What a migration puts in a new table.
  await client.query(`delete from ${name}`)
  const into = client.query(
    copyFrom(
      `copy ${name} (${columns.map(escapeIdentifier).join(', ')})
      from stdin (format csv, header match, encoding 'UTF8')`,
    ),
  )
  let bytes = 0
  const count = new Transform({
    transform(piece: Buffer, _, done) {
      bytes += piece.length
      onBytes(bytes)
      done(null, piece)
    },
  })
  await pipeline(createReadStream(join(folder, path)), count, createGunzip(), into)
  return into.rowCount
}

/** The log and each chain of the audit end where the manifest says, without a gap before it. */
async function checkEnds(
  client: Client,
  folder: string,
  { identity, log, audit }: BackupManifest,
): Promise<Result<void, BackupError>> {
  // Tables of before there were more chains than one do not say in which a record is.
  const chain = 'chains' in audit ? 'chain' : '0'
  const chains = chainsOf(audit)
  const { rows } = await client.query<{ found: string }>(`
    select json_build_array(
      (select json_build_array(identity, position, encode(hash, 'hex')) from tijdig.log),
      (select json_build_array(count(*), coalesce(max(position), 0)) from tijdig.event),
      (select json_agg(json_build_array(identity, ${chain}, position, encode(hash, 'hex'))
        order by ${chain}) from tijdig.audit_head),
      (select coalesce(json_agg(json_build_array(chain, records, last) order by chain), '[]') from (
        select ${chain} as chain, count(*) as records, max(position) as last
        from tijdig.audit group by 1) a)
    )::text as found`)
  const expected = [
    [identity, log.position, log.hash],
    [log.position, log.position],
    chains.map((end) => [audit.identity, end.chain, end.position, end.hash]),
    chains
      .filter(({ position }) => position > 0)
      .map((end) => [end.chain, end.position, end.position]),
  ]
  const found = JSON.stringify(JSON.parse(rows[0]?.found ?? 'null'))
  if (found === JSON.stringify(expected)) return ok(undefined)
  return refuse(
    'backup-damaged',
    `Het logboek of het controleboek in ${folder} eindigt niet waar manifest.json zegt. Neem een andere back-up.`,
    found,
  )
}
