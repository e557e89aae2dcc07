import { EmptyState } from '@tijdig/ui'

/** Nothing to show: why that may be, and how to bring events in. */
export function NothingYet({ what }: { readonly what: string }) {
  return (
    <EmptyState title={`Er zijn geen ${what} om te tonen.`}>
      <p>
        U ziet alleen trajecten waarbij uw organisatie betrokken is. Zijn die er wel, dan hebben
        collega’s ze nog niet vastgelegd, of horen ze bij een ander team.
      </p>
      <p>
        Is Tijdig nog helemaal leeg? Dan moet iemand eerst gegevens inlezen, op de opdrachtregel, in
        de map van Tijdig:
      </p>
      <p>
        <code>npx tijdig import BESTAND.ndjson</code>
      </p>
      <p>Laad daarna deze pagina opnieuw.</p>
    </EmptyState>
  )
}
