import { open } from 'node:fs/promises'

/** Makes names that were given, changed or taken in a folder outlive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folder, and writes names through by itself.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
