import type { ReactNode } from 'react'
import './TabLinks.css'

interface Props {
  readonly label: string
  /** Links; the one that is shown carries `aria-current="page"`. */
  readonly links: readonly { readonly key: string; readonly link: ReactNode }[]
}

/** Parts of a page that each have an address of their own. */
export function TabLinks({ label, links }: Props) {
  return (
    <nav className="tijdig-tabs tijdig-not-printed" aria-label={label}>
      <ul>
        {links.map(({ key, link }) => (
          <li key={key}>{link}</li>
        ))}
      </ul>
    </nav>
  )
}
