import { useMutation } from '@tanstack/react-query'
import type { Verification as Verified } from '@tijdig/server/contract'
import { Alert, Button, formatCount, Heading, Paragraph, SimpleTable } from '@tijdig/ui'
import { Failed } from '../../shell/Failed.tsx'

const WHAT = {
  figure: 'Cijfer',
  definition: 'Definitie',
  log: 'Logboek',
  document: 'Document',
} as const

interface Props {
  /** Has it calculated again. */
  readonly verify: () => Promise<Verified>
  /** What it is called: "een publicatie". */
  readonly what?: string
}

/** Calculates what was published again from the log, and says whether all is the same. */
export function Verification({ verify, what = 'een publicatie' }: Props) {
  const check = useMutation({ mutationFn: verify })
  return (
    <section className="tijdig-section" aria-labelledby="controle">
      <Heading level={2} id="controle">
        Klopt het nog?
      </Heading>
      <Paragraph>
        Tijdig rekent alle cijfers opnieuw uit, met de kennis en de definities van toen, en legt ze
        naast wat is gepubliceerd.
      </Paragraph>
      <div className="tijdig-actions tijdig-not-printed">
        <Button
          purpose="primary"
          busy={check.isPending}
          onClick={() => check.isPending || check.mutate()}
        >
          {check.isPending ? 'Bezig met controleren' : 'Controleer'}
        </Button>
      </div>
      {check.isPending ? (
        <div role="status" className="tijdig-progress">
          <progress aria-label="Bezig met controleren" />
          <p>Alle cijfers worden opnieuw berekend…</p>
        </div>
      ) : check.isError ? (
        <Failed error={check.error} onRetry={() => check.mutate()} />
      ) : check.data === undefined ? null : check.data.identical ? (
        <Alert tone="ok" title="Alles is gelijk aan wat is gepubliceerd.">
          <p>
            Opnieuw berekend uit {formatCount(check.data.eventsRead)} vastgelegde gebeurtenissen,
            tot en met regel {formatCount(check.data.position)} van het logboek.
          </p>
        </Alert>
      ) : (
        <>
          <Alert tone="error" title="Niet alles is gelijk aan wat is gepubliceerd.">
            <p>
              {check.data.differences.length === 1
                ? 'Er is één verschil.'
                : `Er zijn ${formatCount(check.data.differences.length)} verschillen.`}{' '}
              Meld dit bij uw beheerder: {what} hoort nooit te veranderen.
            </p>
          </Alert>
          <SimpleTable
            caption="Verschillen"
            head={['Wat', 'Soort', 'Gepubliceerd', 'Opnieuw berekend']}
            rows={check.data.differences.map((difference) => [
              difference.name,
              WHAT[difference.what],
              difference.published,
              difference.recalculated,
            ])}
          />
        </>
      )}
    </section>
  )
}
