import { useSearch } from '@tanstack/react-router'
import type { ProgrammeSearch } from './search.ts'

/**
 * The view of a programme from which one came to a part, to take along between its pages. Without
 * the clocks: recording is always about now.
 */
export function useViewSearch(): Pick<ProgrammeSearch, 'beeld' | 'sinds'> {
  const { beeld, sinds } = useSearch({ strict: false })
  return { beeld, sinds }
}
