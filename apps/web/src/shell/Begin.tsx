import { getRouteApi, Navigate } from '@tanstack/react-router'
import { homeOf } from '../session/pages.ts'
import { useSession } from '../session/session-context.ts'

const page = getRouteApi('/')

/** Where somebody begins. An address that asks for figures is of when the overview stood here. */
export function Begin() {
  const session = useSession()
  const search = page.useSearch()
  if (Object.keys(search).length > 0) return <Navigate to="/overzicht" search={search} replace />
  return <Navigate to={homeOf(session)} replace />
}
