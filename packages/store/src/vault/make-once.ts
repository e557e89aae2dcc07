import { link, open, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { RandomBytes } from './seal.ts'
import { syncFolder } from './sync-folder.ts'

/**
 * Makes a file that only its owner may read, whole or not at all; false when somebody else was first.
 * It is written under another name, so that half of it never stands there.
 */
export async function makeOnce(path: string, text: string, random: RandomBytes): Promise<boolean> {
  const draft = `${path}.${Buffer.from(random(6)).toString('hex')}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  const isFirst = await link(draft, path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )
  await unlink(draft)
  await syncFolder(dirname(path))
  return isFirst
}
