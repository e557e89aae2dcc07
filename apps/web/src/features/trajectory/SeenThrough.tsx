import { useQuery } from '@tanstack/react-query'
import type { Trajectory } from '@tijdig/server/contract'
import { Alert, dayInWords } from '@tijdig/ui'
import { sharedQuery } from '../../api/access.ts'
import { glassEndsAt, timeInWords } from '../glass/glass-end.ts'
import { fieldNames } from './field-names.ts'

/** Why somebody sees a trajectory to which their organisation, or their team, is not party. */
export function SeenThrough({ trajectory }: { readonly trajectory: Trajectory }) {
  switch (trajectory.relation) {
    case 'party':
      return null
    case 'other-team':
      return (
        <Alert tone="info" title="Dit traject is van een ander team.">
          U ziet het omdat u bij dezelfde organisatie verantwoordelijk bent. U kunt er niets in
          vastleggen.
        </Alert>
      )
    case 'shared':
      return <Shared trajectory={trajectory} />
    case 'glass': {
      const end = glassEndsAt(trajectory.route, trajectory.id)
      return (
        <Alert tone="warning" title="U ziet dit traject door noodtoegang.">
          {end === undefined
            ? 'De toegang eindigt vanzelf, drie uur nadat u de reden gaf.'
            : `De toegang eindigt vanzelf om ${timeInWords(end)} uur.`}{' '}
          Wie bij dit traject betrokken is, heeft bericht gekregen. U kunt er niets in vastleggen.
        </Alert>
      )
    }
  }
}

function Shared({ trajectory: { route, id, sharedFields } }: { readonly trajectory: Trajectory }) {
  const shared = useQuery(sharedQuery(route))
  const until = shared.data?.find((line) => line.id === id)?.until
  return (
    <Alert tone="info" title="Dit traject is met uw organisatie gedeeld.">
      U ziet alleen: {fieldNames(sharedFields)}
      {until === undefined ? '' : `. Dat kan tot en met ${dayInWords(until)}`}. De rest van het
      traject ziet u niet.
    </Alert>
  )
}
