import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { NavBar } from '@tijdig/ui'
import { noticesQuery } from '../api/access.ts'
import { workCountsQuery } from '../api/work.ts'
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
            {page === 'work' ? <Due /> : null}
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

/** How much there is to do today or was to be done before, for oneself. */
function Due() {
  const session = useSession()
  const work = useQuery({ ...workCountsQuery, enabled: mayOpen(session, 'work') })
  const { overdue = 0, today = 0 } = work.data?.counts ?? {}
  if (overdue + today === 0) return null
  return (
    <>
      {' '}
      <span className="tijdig-unseen tijdig-number">
        {overdue + today}
        <span className="tijdig-visually-hidden">
          {overdue === 0 ? ' voor vandaag' : ' te laat of voor vandaag'}
        </span>
      </span>
    </>
  )
}
