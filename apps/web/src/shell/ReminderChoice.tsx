import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from '@tijdig/ui'
import { chooseReminders, remindersQuery } from '../api/work.ts'
import { useSession } from '../session/session-context.ts'
import { Failed } from './Failed.tsx'

/** Whether one gets a digest by mail; nothing where this server sends no mail. */
export function ReminderChoice() {
  const session = useSession()
  const queries = useQueryClient()
  const choice = useQuery({ ...remindersQuery, enabled: session.person !== null })
  const choose = useMutation({
    mutationFn: chooseReminders,
    onSuccess: (chosen) => queries.setQueryData(remindersQuery.queryKey, chosen),
  })
  if (!choice.data?.available) return null
  const { byMail, time } = choice.data
  return (
    <fieldset className="tijdig-account__choice">
      <legend>Overzicht per e-mail</legend>
      <p>
        Elke dag om {time} uur hoeveel termijnen er lopen, als er iets te doen is. Nooit een naam of
        nummer van een traject.
      </p>
      {[true, false].map((each) => (
        <Button
          key={String(each)}
          purpose="secondary"
          toggle
          pressed={each === byMail}
          disabled={choose.isPending}
          onClick={() => each === byMail || choose.mutate(each)}
        >
          {each ? 'Stuur mij het overzicht' : 'Stuur mij niets'}
        </Button>
      ))}
      {choose.isError ? <Failed error={choose.error} /> : null}
    </fieldset>
  )
}
