import { type ReactNode, useEffect, useRef } from 'react'
import './Dialog.css'

interface Props {
  readonly id: string
  readonly title: string
  readonly open: boolean
  /** Asked for with Escape; not while something is under way. */
  readonly onClose: () => void
  readonly busy?: boolean
  readonly children: ReactNode
  readonly actions: ReactNode
}

/**
 * A question over the page, which cannot be used until it is answered. The focus goes to the control
 * with `data-first`, which should be the harmless answer, and afterwards back to where it was.
 */
export function Dialog({ id, title, open, onClose, busy = false, children, actions }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!open) {
      dialog.current?.close()
      return
    }
    dialog.current?.showModal()
    dialog.current?.querySelector<HTMLElement>('[data-first]')?.focus()
  }, [open])
  return (
    <dialog
      ref={dialog}
      className="tijdig-dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        if (!busy) onClose()
      }}
    >
      {open ? (
        <>
          <h2 id={id}>{title}</h2>
          {children}
          <div className="tijdig-actions">{actions}</div>
        </>
      ) : null}
    </dialog>
  )
}
