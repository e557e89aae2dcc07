import type { BackupProgress } from '@tijdig/server'
import type { Surroundings } from '../command.ts'
import { count } from './dutch.ts'

/** Not more often than people can read. */
const MILLISECONDS_BETWEEN = 1_000
const PARTS = { log: 'logboek', vault: 'kluis' } as const

/** Tells where a backup is: of each table how much was written or read, and how many rows it had. */
export function backupTeller({ tell }: Surroundings): (progress: BackupProgress) => void {
  let last = Date.now()
  return ({ part, table, bytes, rows }) => {
    if (Date.now() - last < MILLISECONDS_BETWEEN) return
    last = Date.now()
    const much = rows === undefined ? megabytes(bytes) : `${count(rows)} rijen`
    tell(`  ${PARTS[part]}: ${table}, ${much}`)
  }
}

export function megabytes(bytes: number): string {
  return `${count(Math.round(bytes / 100_000) / 10)} MB`
}
