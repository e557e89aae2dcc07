import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Share } from '@tijdig/server/contract'
import { endShare } from '../../api/access.ts'
import { ConfirmButton } from '../../shell/ConfirmButton.tsx'

interface Props {
  readonly route: string
  readonly id: string
  readonly share: Share
}

/** Stops sharing with an organisation, after a question. */
export function EndShare({ route, id, share }: Props) {
  const client = useQueryClient()
  const end = useMutation({
    mutationFn: () => endShare(route, id, share.organisation),
    onSuccess: () => client.invalidateQueries({ queryKey: ['trajectory', route, id] }),
  })
  return (
    <ConfirmButton
      label="Delen stoppen"
      name={`Delen stoppen met ${share.name}`}
      title={`Niet meer delen met ${share.name}?`}
      yes="Ja, stop met delen"
      action={end}
    >
      <p>
        {share.name} ziet daarna niets meer van dit traject. Wat daar al is gelezen of
        overgeschreven, verdwijnt niet. Dat er is gedeeld, blijft vastgelegd.
      </p>
    </ConfirmButton>
  )
}
