import { getRouteApi } from '@tanstack/react-router'
import type { ProgrammeSearch } from './search.ts'

const page = getRouteApi('/programmas/$programme')

/** What goes along to the page of a part: the clocks, and the view to come back to. */
export function usePartSearch(): ProgrammeSearch {
  const { beeld = 'boom', op, bekend, sinds } = page.useSearch()
  return { beeld, op, bekend, sinds }
}
