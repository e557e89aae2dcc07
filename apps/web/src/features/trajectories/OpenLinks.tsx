import { Link } from '@tanstack/react-router'
import type { Route } from '@tijdig/server/contract'
import { callStepOf, openingsOf } from '../recording/call.ts'

/** Ways to begin a trajectory, for who may. */
export function OpenLinks({ routes }: { readonly routes: readonly Route[] }) {
  const [able] = routes.filter((one) => openingsOf(one).length > 0)
  if (able === undefined) return null
  return (
    <p className="tijdig-actions tijdig-not-printed">
      <Link
        to="/trajecten/nieuw"
        search={{ route: able.code }}
        className="nl-button nl-button--primary tijdig-button-link"
      >
        Nieuw traject
      </Link>
      {callStepOf(routes) === undefined ? null : (
        <Link to="/bellen" className="nl-button nl-button--secondary tijdig-button-link">
          Aanmelding aan de telefoon
        </Link>
      )}
    </p>
  )
}
