import type { ReactNode } from 'react'
import './NavBar.css'

interface Props {
  readonly label: string
  /** Links; the one of the page shown carries `aria-current="page"`. */
  readonly links: readonly { readonly key: string; readonly link: ReactNode }[]
}

/** The pages of the application, in a row. */
export function NavBar({ label, links }: Props) {
  return (
    <nav className="tijdig-nav-bar" aria-label={label}>
      <ul>
        {links.map(({ key, link }) => (
          <li key={key}>{link}</li>
        ))}
      </ul>
    </nav>
  )
}
