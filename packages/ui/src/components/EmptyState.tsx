import type { ReactNode } from 'react'
import './EmptyState.css'

/** Where there is nothing yet: what that means, and what to do. */
export function EmptyState({
  title,
  children,
}: {
  readonly title: string
  readonly children: ReactNode
}) {
  return (
    <div className="tijdig-empty">
      <p className="tijdig-empty__title">{title}</p>
      {children}
    </div>
  )
}
