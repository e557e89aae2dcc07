import { execFile } from 'node:child_process'
import { access, constants, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { err, ok, type Result } from '@tijdig/core'
import { type HouseError, houseError } from './house-error.ts'

/** As long as somebody waits for a file; a long report takes LibreOffice a few seconds. */
const LONGEST = 60_000

const PROGRAMS = ['soffice', 'libreoffice'] as const

/** Where LibreOffice is, in the folders of a search path; undefined where it is not installed. */
export async function findLibreOffice(
  path: string = process.env.PATH ?? '',
): Promise<string | undefined> {
  for (const folder of path.split(delimiter)) {
    for (const name of folder === '' ? [] : PROGRAMS) {
      const program = join(folder, name)
      const found = await access(program, constants.X_OK).then(
        () => true,
        () => false,
      )
      if (found) return program
    }
  }
  return undefined
}

/** With a profile of its own: LibreOffice opens one only once, and somebody may be working in theirs. */
export function conversionArguments(folder: string, file: string): readonly string[] {
  return [
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
    '--headless',
    '--norestore',
    '--convert-to',
    'odt',
    '--outdir',
    join(folder, 'out'),
    file,
  ]
}

let last: Promise<unknown> = Promise.resolve()

/**
 * A Word file as an open document (ODT), through LibreOffice where it is installed. One at a time:
 * each takes a few hundred megabytes for as long as it lasts.
 */
export function toOpenDocument(
  docx: Uint8Array,
  path?: string,
): Promise<Result<Uint8Array, HouseError>> {
  const converted = last.then(() => convert(docx, path))
  last = converted.catch(() => undefined)
  return converted
}

async function convert(
  docx: Uint8Array,
  path: string | undefined,
): Promise<Result<Uint8Array, HouseError>> {
  const program = await findLibreOffice(path)
  if (program === undefined) {
    const reason =
      'ODT kan hier niet worden gemaakt: LibreOffice is niet geïnstalleerd. Neem het rapport als Word-bestand, of vraag uw beheerder om LibreOffice.'
    return err(houseError('libreoffice-absent', reason))
  }
  const folder = await mkdtemp(join(tmpdir(), 'tijdig-odt-'))
  try {
    const file = join(folder, 'report.docx')
    await mkdir(join(folder, 'out'))
    await writeFile(file, docx)
    await promisify(execFile)(program, [...conversionArguments(folder, file)], {
      timeout: LONGEST,
      killSignal: 'SIGKILL',
    })
    return ok(await readFile(join(folder, 'out', 'report.odt')))
  } catch {
    const reason =
      'LibreOffice kon van dit rapport geen ODT maken. Probeer het nog eens, of neem het rapport als Word-bestand.'
    return err(houseError('libreoffice-failed', reason))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
