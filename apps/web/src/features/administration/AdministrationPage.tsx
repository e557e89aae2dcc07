import { getRouteApi, Link } from '@tanstack/react-router'
import { TabLinks } from '@tijdig/ui'
import { useSession } from '../../session/session-context.ts'
import { PageTitle } from '../../shell/PageTitle.tsx'
import { Keys } from './Keys.tsx'
import { People } from './People.tsx'
import { PARTS, type Part } from './search.ts'
import { Teams } from './Teams.tsx'
import './administration.css'

const page = getRouteApi('/beheer')

/** The people, teams and keys of one's own organisation. Nothing about families. */
export function AdministrationPage() {
  const { deel = 'mensen' } = page.useSearch()
  const { appointment } = useSession()
  return (
    <>
      <PageTitle
        title="Beheer"
        lead={`Wie bij ${appointment.organisation.name} in Tijdig werkt, en wat ieder mag.`}
      />
      <TabLinks
        label="Onderdelen van het beheer"
        links={(Object.keys(PARTS) as Part[]).map((part) => ({
          key: part,
          link: (
            <Link
              to="/beheer"
              search={{ deel: part }}
              activeProps={{}}
              aria-current={part === deel ? 'page' : undefined}
            >
              {PARTS[part]}
            </Link>
          ),
        }))}
      />
      {deel === 'mensen' ? <People /> : deel === 'teams' ? <Teams /> : <Keys />}
    </>
  )
}
