import { mkdir, readFile, realpath, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { err, ok, type Result } from '@tijdig/core'
import { type DatabaseError, databaseError } from './database-error.ts'

/** Rises when what is kept in the folder, outside the database, changes its form. */
const FORMAT = 1
const FORMAT_FILE = 'tijdig.json'

/** Makes the folder where needed, and refuses one that a newer program made. Gives its real path. */
export async function openDataFolder(path: string): Promise<Result<string, DatabaseError>> {
  const folder = resolve(path)
  try {
    await mkdir(folder, { recursive: true })
    const real = await realpath(folder)
    const file = join(real, FORMAT_FILE)
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
      return undefined
    })
    if (text === undefined) await writeFile(file, `${JSON.stringify({ format: FORMAT })}\n`)
    else if (readFormat(text) > FORMAT) {
      return err(
        databaseError(
          'data-folder-newer',
          `De map ${real} is van een nieuwere versie van Tijdig. ` +
            'Werk Tijdig bij, of kies een andere map met TIJDIG_DATA.',
        ),
      )
    }
    return ok(real)
  } catch (error) {
    return err(
      databaseError(
        'data-folder-not-writable',
        `In de map ${folder} kan niet worden geschreven. Geef er rechten op, of kies een andere map met TIJDIG_DATA.`,
        (error as Error).message,
      ),
    )
  }
}

function readFormat(text: string): number {
  try {
    const { format } = JSON.parse(text) as { format?: unknown }
    return typeof format === 'number' ? format : FORMAT
  } catch {
    // Cut off by a crash while it was first written: the first format wrote it.
    return FORMAT
  }
}
