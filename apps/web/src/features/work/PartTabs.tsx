import { Link } from '@tanstack/react-router'
import type { Work } from '@tijdig/server/contract'
import { dayInWords, formatCount } from '@tijdig/ui'
import { PARTS, type PartName, type Whose } from './search.ts'

/** How much there is in each part, as the way to it. */
export function PartTabs({ work, whose }: { readonly work: Work; readonly whose: Whose }) {
  return (
    <nav aria-label="Welk deel" className="tijdig-not-printed">
      <ul className="tijdig-parts">
        {(Object.keys(PARTS) as PartName[]).map((name) => {
          const { part, label } = PARTS[name]
          const count = work.counts[part] ?? 0
          return (
            <li key={name}>
              <Link
                to="/werk"
                search={{ van: whose, deel: name }}
                activeProps={{}}
                aria-current={part === work.part ? 'page' : undefined}
                className={`tijdig-part tijdig-part--${part}${count === 0 ? ' tijdig-part--none' : ''}`}
              >
                <span className="tijdig-part__count tijdig-number">{formatCount(count)}</span>
                <span className="tijdig-part__label">{label}</span>
                {part === 'week' ? (
                  <span className="tijdig-part__note">
                    tot en met {dayInWords(work.weekEndsOn)}
                  </span>
                ) : null}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
