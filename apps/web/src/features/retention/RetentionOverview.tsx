import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import {
  capital,
  EmptyState,
  formatCount,
  Heading,
  Loading,
  monthInWords,
  SelectField,
  Skeleton,
} from '@tijdig/ui'
import { retentionQuery } from '../../api/retention.ts'
import { Failed } from '../../shell/Failed.tsx'
import { RetentionEntry } from './RetentionEntry.tsx'

interface Props {
  readonly route: string
  readonly month: string | undefined
}

/** A month to choose, and what ends in it. */
export function RetentionOverview({ route, month }: Props) {
  const navigate = useNavigate()
  const list = useQuery(retentionQuery(route, month))
  if (list.isError) return <Failed error={list.error} onRetry={() => list.refetch()} />
  if (list.isPending)
    return (
      <>
        <Loading>De bewaartermijnen worden opgehaald.</Loading>
        <Skeleton shape="block" count={3} />
      </>
    )
  const { months, lines, isMore } = list.data
  return (
    <>
      <SelectField
        id="maand"
        label="Wat loopt af in"
        value={month ?? ''}
        options={[
          { value: '', label: 'Al voorbij' },
          ...months.map((one) => ({
            value: one.month,
            label: `${capital(monthInWords(one.month))} (${formatCount(one.trajectories)})`,
          })),
        ]}
        onChange={(chosen) =>
          void navigate({
            to: '/trajecten/bewaren',
            search: { route, ...(chosen === '' ? {} : { maand: chosen }) },
          })
        }
      />
      <section className="tijdig-section" aria-labelledby="dossiers" aria-busy={list.isFetching}>
        <Heading level={2} id="dossiers">
          {month === undefined ? 'Bewaartermijn voorbij' : `Loopt af in ${monthInWords(month)}`}
        </Heading>
        {lines.length === 0 ? (
          <EmptyState title="Er zijn hier geen dossiers.">
            <p>Kies een maand om te zien wat later afloopt.</p>
          </EmptyState>
        ) : (
          <ul className="tijdig-retention">
            {lines.map((line) => (
              <RetentionEntry key={line.id} line={line} />
            ))}
          </ul>
        )}
        {isMore ? (
          <p className="tijdig-muted">Er zijn er meer dan hier staan. Kies een maand.</p>
        ) : null}
      </section>
    </>
  )
}
