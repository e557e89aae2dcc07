import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from '@tijdig/ui'
import { Failed } from './Failed.tsx'
import { type ToldAction, useTold } from './told.ts'

/** At the top of a page: what was just done. */
export function Told() {
  const told = useTold()
  if (told === undefined) return null
  const { text, action } = told
  return action === undefined ? (
    <Alert tone="ok">{text}</Alert>
  ) : (
    <ToldWithAction key={text} text={text} action={action} />
  )
}

function ToldWithAction({ text, action }: { readonly text: string; readonly action: ToldAction }) {
  const act = useMutation({ mutationFn: action.run })
  return (
    <>
      <Alert
        tone="ok"
        actions={
          <Button
            purpose="secondary"
            busy={act.isPending}
            onClick={() => act.isPending || act.mutate()}
          >
            {action.label}
          </Button>
        }
      >
        {text}
      </Alert>
      {act.isError ? <Failed error={act.error} /> : null}
    </>
  )
}
