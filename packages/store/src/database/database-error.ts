/** Why there is no database to work with. The reason is a Dutch sentence that says what to do. */
export interface DatabaseError {
  readonly code: DatabaseErrorCode
  readonly reason: string
  /** What the program underneath said, for the one who repairs it. */
  readonly detail?: string
}

export type DatabaseErrorCode =
  | 'data-folder-in-use'
  | 'data-folder-newer'
  | 'data-folder-not-writable'
  | 'database-url-invalid'
  | 'database-unreachable'
  | 'database-too-old'
  | 'database-encoding'
  | 'database-newer'
  | 'database-role-missing'
  | 'database-rights-missing'
  | 'migration-changed'
  | 'embedded-not-chosen'
  | 'embedded-not-available'
  | 'embedded-start-failed'

export function databaseError(
  code: DatabaseErrorCode,
  reason: string,
  detail?: string,
): DatabaseError {
  return detail === undefined ? { code, reason } : { code, reason, detail }
}
