import { open, unlink } from 'node:fs/promises'
import type { RandomBytes } from './seal.ts'

const PIECE = 64 * 1024

/**
 * Overwrites a file's bytes where they stand, sees to it that they reached the disk, and removes it.
 * A disk that keeps old pieces of its own accord (flash, snapshots) may still have them: see
 * docs/decisions/0015.
 */
export async function wipeFile(path: string, random: RandomBytes): Promise<void> {
  const file = await open(path, 'r+')
  try {
    const { size } = await file.stat()
    for (let at = 0; at < size; at += PIECE) {
      const piece = random(Math.min(PIECE, size - at))
      await file.write(piece, 0, piece.length, at)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  await unlink(path)
}
