import type { Trajectory } from '@tijdig/server/contract'
import type { ReactNode } from 'react'
import { BackToProgramme } from '../programmes/BackToProgramme.tsx'

/** Where one may want to go after recording something of a part; of other trajectories nowhere. */
export function wayToProgramme(trajectory: Pick<Trajectory, 'route' | 'place'>): ReactNode {
  if (trajectory.place === null) return undefined
  return (
    <BackToProgramme trajectory={trajectory} newest>
      Terug naar het programma
    </BackToProgramme>
  )
}
