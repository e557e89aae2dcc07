import { type ProgrammeSearch, readProgrammeSearch } from '../programmes/search.ts'

/**
 * What the address of the form holds: which step, or which event is put right; and of a part of a
 * programme the view from which one came.
 */
export interface RecordSearch extends Pick<ProgrammeSearch, 'beeld' | 'sinds'> {
  readonly stap?: string | undefined
  readonly verbeter?: string | undefined
  readonly intrekken?: string | undefined
}

export function readRecordSearch(search: Record<string, unknown>): RecordSearch {
  const { beeld, sinds } = readProgrammeSearch(search)
  const text = (name: 'stap' | 'verbeter' | 'intrekken') => {
    const value = search[name]
    return typeof value === 'string' && value !== '' ? { [name]: value } : {}
  }
  return {
    ...text('stap'),
    ...text('verbeter'),
    ...text('intrekken'),
    ...(beeld === undefined ? {} : { beeld }),
    ...(sinds === undefined ? {} : { sinds }),
  }
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
