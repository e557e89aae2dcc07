import { SkipLink } from '@nl-design-system-candidate/skip-link-react'
import type { ReactNode } from 'react'
import '@nl-design-system-candidate/skip-link-css/skip-link.css'
import '@utrecht/page-header-css/dist/index.css'
import '@utrecht/page-body-css/dist/index.css'
import '@utrecht/page-footer-css/dist/index.css'
import './PageLayout.css'

export const MAIN_ID = 'inhoud'

interface Props {
  /** The name of the product, as a link to the first page. */
  readonly brand: ReactNode
  readonly navigation?: ReactNode
  /** Who is signed in, and what they can do about that. */
  readonly account?: ReactNode
  /** Above the page: what holds for all of it, such as being offline. */
  readonly notice?: ReactNode
  readonly footer: ReactNode
  readonly children: ReactNode
}

/** Skip link, header, main part, footer: the frame of every page. */
export function PageLayout(props: Props) {
  const { brand, navigation, account, notice, footer, children } = props
  return (
    <div className="tijdig-page">
      <SkipLink href={`#${MAIN_ID}`}>Naar de inhoud</SkipLink>
      <header className="utrecht-page-header tijdig-page-header">
        <div className="utrecht-page-header__content tijdig-page-header__content">
          <div className="tijdig-page-header__brand">{brand}</div>
          {navigation}
          {account === undefined ? null : (
            <div className="tijdig-page-header__account">{account}</div>
          )}
        </div>
      </header>
      {notice}
      <div className="utrecht-page-body tijdig-page-body">
        <main className="utrecht-page-body__content tijdig-main" id={MAIN_ID} tabIndex={-1}>
          {children}
        </main>
      </div>
      <footer className="utrecht-page-footer tijdig-page-footer">
        <div className="utrecht-page-footer__content tijdig-page-footer__content">{footer}</div>
      </footer>
    </div>
  )
}

/** Two clocks over each other: what happened, and what was known. */
export function BrandMark() {
  return (
    <svg className="tijdig-brand-mark" viewBox="0 0 44 32" aria-hidden="true" focusable="false">
      <circle cx="16" cy="16" r="13" fill="none" stroke="currentColor" strokeWidth="3.5" />
      <circle
        cx="28"
        cy="16"
        r="13"
        fill="none"
        stroke="currentColor"
        strokeWidth="3.5"
        opacity="0.4"
      />
      <path
        d="M16 8.5V16l5 3.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="3.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
