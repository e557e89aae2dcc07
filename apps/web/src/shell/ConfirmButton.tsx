import type { UseMutationResult } from '@tanstack/react-query'
import { Button, Dialog } from '@tijdig/ui'
import { type ReactNode, useId, useState } from 'react'
import { Failed } from './Failed.tsx'

interface Props {
  readonly label: string
  /** What the button is called where `label` alone does not say of what. */
  readonly name?: string
  readonly title: string
  readonly yes: string
  readonly action: Pick<
    UseMutationResult<unknown, Error, void>,
    'mutate' | 'reset' | 'isPending' | 'isError' | 'error'
  >
  /** What it means. */
  readonly children: ReactNode
}

/** A button for what has consequences: it asks first. */
export function ConfirmButton({ label, name, title, yes, action, children }: Props) {
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <>
      <Button
        purpose="secondary"
        aria-label={name}
        onClick={() => {
          action.reset()
          setOpen(true)
        }}
      >
        {label}
      </Button>
      <Dialog
        id={id}
        title={title}
        open={open}
        busy={action.isPending}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button
              purpose="primary"
              hint="negative"
              busy={action.isPending}
              onClick={() =>
                action.isPending || action.mutate(undefined, { onSuccess: () => setOpen(false) })
              }
            >
              {yes}
            </Button>
            <Button
              data-first
              purpose="secondary"
              disabled={action.isPending}
              onClick={() => action.isPending || setOpen(false)}
            >
              Nee, terug
            </Button>
          </>
        }
      >
        {children}
        {action.isError ? <Failed error={action.error} /> : null}
      </Dialog>
    </>
  )
}
