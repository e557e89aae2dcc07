import type { ReactNode } from 'react'
import { pagesAround } from './pages-around.ts'
import '@utrecht/pagination-css/dist/index.css'
import './Pagination.css'

interface Props {
  readonly label: string
  readonly page: number
  readonly pages: number
  /** Makes the link to a page, so that it can be opened in a tab of its own. */
  readonly link: (page: number, text: ReactNode, props: LinkProps) => ReactNode
}

export interface LinkProps {
  readonly className: string
  readonly 'aria-label': string
  readonly 'aria-current'?: 'page'
}

/** Previous, some pages, next; the pages far off are left out. */
export function Pagination({ label, page, pages, link }: Props) {
  if (pages <= 1) return null
  const relative = 'utrecht-pagination__relative-link tijdig-pagination__link'
  return (
    <nav className="utrecht-pagination tijdig-pagination tijdig-not-printed" aria-label={label}>
      {page > 1
        ? link(page - 1, 'Vorige', {
            className: relative,
            'aria-label': `Vorige, pagina ${page - 1}`,
          })
        : null}
      {pagesAround(page, pages).map((at, place, all) => (
        <span key={at} className="tijdig-pagination__place">
          {place > 0 && at - (all[place - 1] ?? at) > 1 ? <span aria-hidden="true">…</span> : null}
          {link(at, String(at), {
            className: `utrecht-pagination__page-link tijdig-pagination__link${at === page ? ' utrecht-pagination__page-link--current' : ''}`,
            'aria-label': `Pagina ${at}`,
            ...(at === page ? { 'aria-current': 'page' } : {}),
          })}
        </span>
      ))}
      {page < pages
        ? link(page + 1, 'Volgende', {
            className: relative,
            'aria-label': `Volgende, pagina ${page + 1}`,
          })
        : null}
    </nav>
  )
}
