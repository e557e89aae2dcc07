import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from '@tijdig/ui'
import type { ReactNode } from 'react'
import { Failed } from './Failed.tsx'
import { type ToldAction, useTold } from './told.ts'

/** At the top of a page: what was just done. */
export function Told() {
  const told = useTold()
  if (told === undefined) return null
  const { text, action, next } = told
  return action === undefined ? (
    <Alert tone="ok" actions={next}>
      {text}
    </Alert>
  ) : (
    <ToldWithAction key={text} text={text} action={action} next={next} />
  )
}

interface Props {
  readonly text: string
  readonly action: ToldAction
  readonly next: ReactNode
}

function ToldWithAction({ text, action, next }: Props) {
  const act = useMutation({ mutationFn: action.run })
  return (
    <>
      <Alert
        tone="ok"
        actions={
          <>
            <Button
              purpose="secondary"
              busy={act.isPending}
              onClick={() => act.isPending || act.mutate()}
            >
              {action.label}
            </Button>
            {next}
          </>
        }
      >
        {text}
      </Alert>
      {act.isError ? <Failed error={act.error} /> : null}
    </>
  )
}
