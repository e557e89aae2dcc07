import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import './Disclosure.css'

interface Props {
  /** What stands on the button; it says what opens. */
  readonly label: ReactNode
  readonly children: ReactNode
}

/** A button that opens a panel under it; Escape, a click elsewhere or leaving it closes it again. */
export function Disclosure({ label, children }: Props) {
  const [open, setOpen] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  useEffect(() => {
    if (!open) return
    const away = (event: PointerEvent) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', away)
    return () => document.removeEventListener('pointerdown', away)
  }, [open])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens to what its controls let through
    <div
      ref={place}
      className="tijdig-disclosure"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        setOpen(false)
        button.current?.focus()
      }}
      onBlur={(event) => {
        const to = event.relatedTarget
        if (to !== null && !place.current?.contains(to)) setOpen(false)
      }}
    >
      <button
        ref={button}
        type="button"
        className="tijdig-disclosure__button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      <div id={id} className="tijdig-disclosure__panel" hidden={!open}>
        {children}
      </div>
    </div>
  )
}
