/**
 * The keys of families, one a trajectory, kept outside PostgreSQL: a file by default, a key service
 * where a house has one. Destroying a key makes all that was sealed under it unreadable for ever,
 * also in copies of the database that were made before.
 */
export interface FamilyKeys {
  /** Under this people are found (`blind-index.ts`); never under a family's own key. */
  readonly indexKey: Uint8Array
  /**
   * The key of a family, made where there is none. It is kept for good before this answers.
   * @param id `ROUTE/TRAJECTORY`
   */
  create(id: string): Promise<Uint8Array>
  /** The same for many at once, by id. */
  createAll(ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>
  find(id: string): Promise<Uint8Array | undefined>
  /** After this nobody finds the key, nor its bytes. Nothing happens where there is none. */
  destroy(id: string): Promise<void>
}

/** Why there are no keys to work with. The reason is a Dutch sentence that says what to do. */
export interface KeysError {
  readonly code: KeysErrorCode
  readonly reason: string
  readonly detail?: string
}

type KeysErrorCode =
  | 'master-key-invalid'
  | 'master-key-missing'
  | 'master-key-open'
  | 'master-key-wrong'
  | 'keys-not-writable'
  | 'keys-damaged'
