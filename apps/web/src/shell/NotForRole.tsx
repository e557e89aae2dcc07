import { Link } from '@tanstack/react-router'
import { EmptyState } from '@tijdig/ui'
import { homeOf, PAGES, type PageName } from '../session/pages.ts'
import { useSession } from '../session/session-context.ts'
import { PageTitle } from './PageTitle.tsx'

/** A page that is not for the role in which somebody works now. */
export function NotForRole({ page }: { readonly page: PageName }) {
  const session = useSession()
  const { roleLabel, organisation } = session.appointment
  return (
    <>
      <PageTitle title={PAGES[page].label} />
      <EmptyState title="Deze pagina is niet voor uw rol.">
        <p>
          U werkt nu als {roleLabel} bij {organisation.name}.
          {session.appointments.length > 1
            ? ' Hebt u deze pagina nodig voor uw andere werk? Kies dan een andere aanstelling onder uw naam, boven aan de pagina.'
            : ' Hebt u deze pagina nodig voor uw werk? Vraag het de beheerder van uw organisatie.'}
        </p>
        <p>
          <Link to={homeOf(session)} className="nl-link">
            Naar uw eigen begin
          </Link>
        </p>
      </EmptyState>
    </>
  )
}
