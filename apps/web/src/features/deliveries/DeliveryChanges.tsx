import type { Explanations } from '@tijdig/server/contract'
import { dayInWords, formatCount, Heading, Paragraph } from '@tijdig/ui'
import { useMemo } from 'react'
import { dayOf } from '../../clocks/asked.ts'
import { explainAll } from '../../clocks/explained.ts'
import { WhyChanged } from '../../clocks/WhyChanged.tsx'
import { askedAgain, happenedSince } from './delivery-changes.ts'
import type { NormIndicators } from './delivery-tables.ts'
import { HappenedTable } from './HappenedTable.tsx'

interface Props {
  /** From the delivery before; null where there is none. */
  readonly changes: Explanations | null
  readonly indicators: NormIndicators
  readonly chosen: string | undefined
  readonly onChoose: (key: string) => void
  /** Whether the parts are between rounded numbers. */
  readonly isRounded: boolean
}

/** What changed since the delivery before: its figures asked again, and what happened after it. */
export function DeliveryChanges({ changes, indicators, chosen, onChoose, isRounded }: Props) {
  const again = useMemo(() => changes && askedAgain(changes), [changes])
  const explained = useMemo(
    () =>
      again
        ? explainAll(
            again.explanations,
            [indicators.share, indicators.counts],
            again.from,
            again.to,
          )
        : [],
    [again, indicators],
  )
  return (
    <section className="tijdig-section" aria-labelledby="veranderd">
      <Heading level={2} id="veranderd">
        Wat er veranderde sinds de vorige levering
      </Heading>
      {changes === null || again === null ? (
        <Paragraph>
          Dit is de eerste levering. Er is nog geen eerdere om mee te vergelijken.
        </Paragraph>
      ) : (
        <>
          <Paragraph>
            De vorige levering ging over de stand op {dayInWords(changes.from.cutOff)}, zoals bekend
            op {dayInWords(dayOf(changes.from.knownAt))}.{' '}
            {explained.length === 0
              ? isRounded
                ? 'Na afronding zouden die cijfers nu dezelfde zijn.'
                : 'Die cijfers zouden nu dezelfde zijn.'
              : explained.length === 1
                ? 'Eén van die cijfers zou nu anders zijn.'
                : `Van die cijfers zouden er nu ${formatCount(explained.length)} anders zijn.`}
          </Paragraph>
          {isRounded ? (
            <Paragraph>
              De verschillen zijn die tussen afgeronde aantallen. Wat kleiner is dan de afronding,
              ziet u niet.
            </Paragraph>
          ) : null}
          {explained.length === 0 ? null : (
            <WhyChanged
              title={`De stand op ${dayInWords(changes.from.cutOff)}: toen en nu`}
              level={3}
              changes={explained}
              from={again.from}
              to={again.to}
              chosen={chosen}
              names={{ from: 'Toen geleverd', to: 'Nu gevraagd' }}
              onChoose={onChoose}
            />
          )}
          <HappenedTable
            rows={happenedSince(changes, indicators.counts, isRounded)}
            from={changes.from.cutOff}
            to={changes.to.cutOff}
          />
        </>
      )}
    </section>
  )
}
