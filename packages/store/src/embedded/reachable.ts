import { realpath, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { SystemUser } from './run.ts'

/** Whether a user may enter a folder: it and every folder above it must let the user through. */
export async function isReachable(folder: string, user: SystemUser): Promise<boolean> {
  let path = await realpath(folder)
  for (;;) {
    if (!mayEnter(await stat(path), user)) return false
    const above = dirname(path)
    if (above === path) return true
    path = above
  }
}

function mayEnter(
  folder: { readonly mode: number; readonly uid: number; readonly gid: number },
  user: SystemUser,
): boolean {
  if (folder.uid === user.uid) return (folder.mode & 0o100) !== 0
  if (folder.gid === user.gid) return (folder.mode & 0o010) !== 0
  return (folder.mode & 0o001) !== 0
}
