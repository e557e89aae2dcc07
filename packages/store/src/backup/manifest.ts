import { createHash } from 'node:crypto'
import type { AuditCheckpoint, ChainEnd } from '../audit/checkpoint.ts'
import type { Part } from './tables.ts'

export const MANIFEST = 'manifest.json'
export const SUMS = 'SHA256SUMS'
/** Rises when what is written in a backup changes its form; older ones stay readable. */
export const FORMAT = 2

/** A file of a backup, as it was written. */
export interface KeptFile {
  /** From the manifest, with `/`. */
  readonly path: string
  readonly bytes: number
  /** In hex, of the bytes on disk. */
  readonly sha256: string
}

export interface TableFile extends KeptFile {
  readonly part: Part
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: number
}

interface Shared {
  readonly format: number
  /** Moment of the snapshot, in RFC 3339. */
  readonly madeAt: string
  /** Of the log: another one is of another database. */
  readonly identity: string
}

/** Where the chains of the audit ended, with one hash over them. */
type AuditEnds = Pick<AuditCheckpoint, 'identity' | 'chains' | 'hash'>

/** The same of form 1, when there was one chain. */
interface OneAuditEnd {
  readonly identity: string
  readonly position: number
  readonly hash: string
}

/** What a backup of log and vault holds. */
export interface BackupManifest extends Shared {
  readonly kind: 'tijdig-backup'
  /** The last migration of the database, with its checksum. */
  readonly schema: { readonly number: number; readonly checksum: string }
  /** Where the log ended. Hashes are SHA-256 in hex. */
  readonly log: { readonly position: number; readonly hash: string }
  readonly audit: AuditEnds | OneAuditEnd
  readonly rows: Readonly<Record<Part, number>>
  readonly files: readonly TableFile[]
}

/** What a copy of the keys holds. */
export interface KeysManifest extends Shared {
  readonly kind: 'tijdig-keys'
  readonly families: number
  readonly files: readonly KeptFile[]
}

export type Manifest = BackupManifest | KeysManifest

/** Where each chain ended, of any form. */
export function chainsOf(audit: BackupManifest['audit']): readonly ChainEnd[] {
  if ('chains' in audit) return audit.chains
  return [{ chain: 0, position: audit.position, hash: audit.hash }]
}

/** A manifest's text and, as `sha256sum --check` reads it, the hash of it and of each file. */
export function writeManifest(manifest: Manifest): { manifest: string; sums: string } {
  const text = `${JSON.stringify(manifest, undefined, 2)}\n`
  const lines = [
    [sha256(text), MANIFEST],
    ...manifest.files.map((file) => [file.sha256, file.path]),
  ]
  return { manifest: text, sums: lines.map((line) => `${line.join('  ')}\n`).join('') }
}

export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
