import { Link } from '@tanstack/react-router'
import { EmptyState } from '@tijdig/ui'
import { PageTitle } from './PageTitle.tsx'

/** An address at which no page stands. */
export function NotFound() {
  return (
    <>
      <PageTitle title="Deze pagina bestaat niet" />
      <EmptyState title="Op dit adres staat niets.">
        <p>Misschien is het adres verkeerd overgenomen, of is er een teken weggevallen.</p>
        <p>
          <Link to="/" className="nl-link">
            Naar het overzicht
          </Link>
        </p>
      </EmptyState>
    </>
  )
}

/** A bug: the screen itself failed. */
export function Broken() {
  return (
    <>
      <PageTitle title="Dit ging mis" />
      <EmptyState title="De pagina kon niet worden getoond.">
        <p>
          Dat is een fout in Tijdig zelf. Er is niets veranderd aan uw gegevens. Laad de pagina
          opnieuw; helpt dat niet, meld het dan bij uw beheerder met het adres van deze pagina.
        </p>
        <p>
          <a href="/" className="nl-link">
            Naar het overzicht
          </a>
        </p>
      </EmptyState>
    </>
  )
}
