import { EmptyState } from '@tijdig/ui'

/** No events yet: how to bring them in. */
export function NothingYet({ what }: { readonly what: string }) {
  return (
    <EmptyState title={`Er zijn nog geen ${what}.`}>
      <p>Lees eerst gegevens in. Dat doet u op de opdrachtregel, in de map van Tijdig:</p>
      <p>
        <code>npx tijdig import BESTAND.ndjson</code>
      </p>
      <p>Laad daarna deze pagina opnieuw.</p>
    </EmptyState>
  )
}
