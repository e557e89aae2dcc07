import type { UseMutationResult } from '@tanstack/react-query'
import { Button, Heading } from '@tijdig/ui'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Failed } from '../../shell/Failed.tsx'
import { focusWrong, type Wrong } from '../../shell/focus-wrong.ts'

interface Props {
  readonly title: string
  /** Of its heading; lower where the form belongs to something with a heading of its own. */
  readonly level?: 2 | 3
  readonly submit: string
  readonly action: Pick<
    UseMutationResult<unknown, Error, void>,
    'isPending' | 'isError' | 'error'
  > & { readonly mutate: () => void }
  /** What is wrong now, by the id of the field. */
  readonly wrong: () => Wrong
  readonly onWrong: (wrong: Wrong) => void
  readonly onCancel: () => void
  readonly children: ReactNode
}

/** A form that opens in the page; the focus goes to its heading. */
export function AdminForm(props: Props) {
  const { title, level = 2, submit, action, wrong, onWrong, onCancel, children } = props
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  useEffect(() => heading.current?.focus(), [])
  return (
    <form
      className="tijdig-form tijdig-admin-form"
      aria-labelledby={id}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const found = wrong()
        onWrong(found)
        if (!focusWrong(found) && !action.isPending) action.mutate()
      }}
    >
      <Heading level={level} id={id} ref={heading} tabIndex={-1}>
        {title}
      </Heading>
      {children}
      {action.isError ? <Failed error={action.error} /> : null}
      <div className="tijdig-actions">
        <Button type="submit" purpose="primary" busy={action.isPending}>
          {submit}
        </Button>
        <Button type="button" purpose="secondary" onClick={() => action.isPending || onCancel()}>
          Terug
        </Button>
      </div>
    </form>
  )
}
