import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { NavBar } from '@tijdig/ui'
import { noticesQuery } from '../api/access.ts'
import { mayOpen, PAGES, pagesOf } from '../session/pages.ts'
import { useSession } from '../session/session-context.ts'
import './MainMenu.css'

/** The pages that are for who is signed in. */
export function MainMenu() {
  const session = useSession()
  return (
    <NavBar
      label="Hoofdmenu"
      links={pagesOf(session).map((page) => ({
        key: page,
        link: (
          <Link to={PAGES[page].path}>
            {PAGES[page].label}
            {page === 'notices' ? <Unseen /> : null}
          </Link>
        ),
      }))}
    />
  )
}

/** How many notices nobody has looked at yet. */
function Unseen() {
  const session = useSession()
  const notices = useQuery({ ...noticesQuery, enabled: mayOpen(session, 'notices') })
  const count = notices.data?.filter((notice) => notice.seenAt === null).length ?? 0
  if (count === 0) return null
  return (
    <>
      {' '}
      <span className="tijdig-unseen tijdig-number">
        {count}
        <span className="tijdig-visually-hidden"> nieuw</span>
      </span>
    </>
  )
}
