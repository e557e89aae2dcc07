/** What the address of the form holds: which step, when it was chosen before. */
export interface RecordSearch {
  readonly stap?: string | undefined
}

export function readRecordSearch({ stap }: Record<string, unknown>): RecordSearch {
  return typeof stap === 'string' && stap !== '' ? { stap } : {}
}
