/** What the address of the form holds: which step, or which event is put right. */
export interface RecordSearch {
  readonly stap?: string | undefined
  readonly verbeter?: string | undefined
  readonly intrekken?: string | undefined
}

export function readRecordSearch(search: Record<string, unknown>): RecordSearch {
  const text = (name: keyof RecordSearch) => {
    const value = search[name]
    return typeof value === 'string' && value !== '' ? { [name]: value } : {}
  }
  return { ...text('stap'), ...text('verbeter'), ...text('intrekken') }
}

/** What the address of a new trajectory holds: its route, and the step that opens it. */
export interface OpenSearch {
  readonly route?: string | undefined
  readonly stap?: string | undefined
}

export function readOpenSearch({ route, stap }: Record<string, unknown>): OpenSearch {
  return {
    ...(typeof route === 'string' && route !== '' ? { route } : {}),
    ...(typeof stap === 'string' && stap !== '' ? { stap } : {}),
  }
}
