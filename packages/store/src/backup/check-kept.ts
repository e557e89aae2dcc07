import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ok, type Result } from '@tijdig/core'
import { type BackupError, refuse } from './backup-error.ts'
import { listKept } from './kept-folder.ts'
import { FORMAT, MANIFEST, type Manifest, SUMS, sha256, writeManifest } from './manifest.ts'

export interface Kept<M extends Manifest> {
  readonly folder: string
  readonly manifest: M
}

const WHAT = { 'tijdig-backup': 'back-up', 'tijdig-keys': 'kopie van de sleutels' } as const
/** So far past the manifest a path may lead: into one folder. */
const PATH = /^([a-z]+\/)?[a-z_]+(\.[a-z]+)*$/

/**
 * Reads all of a backup, or of a copy of the keys, and finds any byte that is not as it was written.
 * @param which `newest`: where the folder holds several, the newest of them.
 */
export async function checkKept<M extends Manifest>(
  given: string,
  kind: M['kind'],
  which: 'this' | 'newest',
  onFile: (path: string) => void = () => undefined,
): Promise<Result<Kept<M>, BackupError>> {
  const folder = await findFolder(resolve(given), kind, which)
  if (!folder.ok) return folder
  const manifest = await readManifest<M>(folder.value, kind)
  if (!manifest.ok) return manifest
  for (const file of manifest.value.files) {
    onFile(file.path)
    const path = join(folder.value, file.path)
    const found = await readSum(path)
    if (found === undefined) {
      return refuse(
        'backup-damaged',
        `${path} ontbreekt. Zet het bestand terug op zijn plaats, of neem een andere ${WHAT[kind]}.`,
      )
    }
    if (found.bytes !== file.bytes) {
      return damaged(path, kind, `telt ${found.bytes} bytes en hoort er ${file.bytes} te tellen`)
    }
    if (found.sha256 !== file.sha256) return damaged(path, kind, 'is veranderd of beschadigd')
  }
  return ok({ folder: folder.value, manifest: manifest.value })
}

async function findFolder(
  folder: string,
  kind: Manifest['kind'],
  which: 'this' | 'newest',
): Promise<Result<string, BackupError>> {
  if (await isFile(join(folder, MANIFEST))) return ok(folder)
  if (await isFile(join(folder, SUMS))) {
    return refuse(
      'backup-damaged',
      `${join(folder, MANIFEST)} ontbreekt. Neem een andere ${WHAT[kind]}.`,
    )
  }
  const { whole } = await listKept(folder).catch(() => ({ whole: [] }))
  const newest = whole.at(-1)
  if (newest === undefined) {
    return refuse('no-backup', `In ${folder} staat geen ${WHAT[kind]} van Tijdig. Kijk de map na.`)
  }
  if (which === 'newest') return ok(join(folder, newest))
  return refuse(
    'no-backup',
    `In ${folder} staan meer back-ups. Kies er een, bijvoorbeeld de nieuwste: ${join(folder, newest)}.`,
  )
}

async function readManifest<M extends Manifest>(
  folder: string,
  kind: M['kind'],
): Promise<Result<M, BackupError>> {
  const path = join(folder, MANIFEST)
  const text = await readFile(path)
  const sums = await readFile(join(folder, SUMS), 'utf8').catch(() => undefined)
  if (sums === undefined) {
    const why = basename(folder).endsWith('.onvolledig') ? 'Deze back-up is nooit af gekomen. ' : ''
    return refuse(
      'backup-damaged',
      `${join(folder, SUMS)} ontbreekt. ${why}Neem een andere ${WHAT[kind]}.`,
    )
  }
  if (sums.split('\n')[0] !== `${sha256(text)}  ${MANIFEST}`) {
    return damaged(path, kind, `past niet bij ${SUMS}: een van beide is veranderd of beschadigd`)
  }
  const manifest = parse(text.toString())
  if (manifest?.kind !== kind) {
    const other = manifest && WHAT[manifest.kind]
    return refuse(
      'no-backup',
      other
        ? `In ${folder} staat een ${other}, geen ${WHAT[kind]}. Kijk na welke map bij welke optie hoort.`
        : `${path} is niet van een ${WHAT[kind]} van Tijdig.`,
    )
  }
  if (manifest.format > FORMAT) {
    return refuse(
      'backup-newer',
      `${path} is van een nieuwere versie van Tijdig (vorm ${manifest.format}). Werk Tijdig bij, en zet de ${WHAT[kind]} daarmee terug.`,
    )
  }
  if (writeManifest(manifest).sums !== sums) {
    return damaged(join(folder, SUMS), kind, 'is veranderd of beschadigd')
  }
  if (!manifest.files.every((file) => PATH.test(file.path))) {
    return damaged(path, kind, 'noemt bestanden buiten de map')
  }
  return ok(manifest as M)
}

function parse(text: string): Manifest | undefined {
  try {
    const manifest = JSON.parse(text) as Manifest
    const known = Object.hasOwn(WHAT, manifest.kind) && Array.isArray(manifest.files)
    return known && typeof manifest.format === 'number' ? manifest : undefined
  } catch {
    return undefined
  }
}

function damaged(path: string, kind: Manifest['kind'], how: string): Result<never, BackupError> {
  return refuse('backup-damaged', `${path} ${how}. Neem een andere ${WHAT[kind]}.`)
}

async function readSum(path: string): Promise<{ bytes: number; sha256: string } | undefined> {
  if (!(await isFile(path))) return undefined
  const hash = createHash('sha256')
  let bytes = 0
  await pipeline(createReadStream(path), async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) {
      bytes += piece.length
      hash.update(piece)
    }
  })
  return { bytes, sha256: hash.digest('hex') }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}
