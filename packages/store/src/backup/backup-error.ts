import { err, type Result } from '@tijdig/core'

/** Why no backup was made, or none was put back. The reason is a Dutch sentence that says what to do. */
export interface BackupError {
  readonly code: BackupErrorCode
  readonly reason: string
  /** What the program underneath said, for the one who repairs it. */
  readonly detail?: string
}

export type BackupErrorCode =
  | 'not-writable'
  | 'no-room'
  | 'folders-overlap'
  | 'already-there'
  | 'other-log'
  | 'keys-missing'
  | 'keys-lost'
  | 'no-backup'
  | 'backup-damaged'
  | 'backup-newer'
  | 'other-edition'
  | 'not-empty'
  | 'in-use'
  | 'keys-in-the-way'
  | 'master-key'
  | 'broken-off'

export function refuse(
  code: BackupErrorCode,
  reason: string,
  detail?: string,
): Result<never, BackupError> {
  return err(detail === undefined ? { code, reason } : { code, reason, detail })
}

const NOT_WRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'])

/** What stands in the way of writing in a folder; anything else is a bug and is thrown again. */
export function explainWriting(folder: string, error: unknown): Result<never, BackupError> {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') {
    return refuse(
      'no-room',
      `In ${folder} is geen ruimte meer. Maak ruimte vrij, of kies een andere map. Wat half was geschreven, is weer weg.`,
      message,
    )
  }
  if (code !== undefined && NOT_WRITABLE.has(code)) {
    return refuse(
      'not-writable',
      `In de map ${folder} kan niet worden geschreven. Geef er rechten op, of kies een andere map.`,
      message,
    )
  }
  throw error
}
