import type { Trajectory } from '@tijdig/server/contract'
import { BackToProgramme } from '../programmes/BackToProgramme.tsx'

/** Of a part of a programme: to which programme and line it belongs, as ways back to them. */
export function ProgrammePlace({ trajectory }: { readonly trajectory: Trajectory }) {
  const { place } = trajectory
  if (place === null) return null
  const { programme, line } = place
  return (
    <nav className="tijdig-back tijdig-not-printed" aria-label="Plaats in het programma">
      Programma: <BackToProgramme trajectory={trajectory}>{programme.label}</BackToProgramme>
      {line === null ? null : (
        <>
          {' '}
          <span className="tijdig-trajectory__place">
            Lijn:{' '}
            <BackToProgramme trajectory={trajectory} part={line.code}>
              {line.label}
            </BackToProgramme>
          </span>
        </>
      )}
    </nav>
  )
}
