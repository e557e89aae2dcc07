import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AuditPage } from '@tijdig/server/contract'
import { dayInWords, EmptyState, Loading, Skeleton, StatusBadge } from '@tijdig/ui'
import { auditQuery } from '../../api/audit.ts'
import { dayOf } from '../../clocks/asked.ts'
import { Failed } from '../../shell/Failed.tsx'
import { timeInWords } from '../glass/glass-end.ts'
import type { AuditSearch } from './search.ts'

/** What was looked at and done, the newest first, a page at a time. */
export function AuditLines({ search }: { readonly search: AuditSearch }) {
  const { traject, wie, van, tot, voor } = search
  const { voor: _, ...kept } = search
  const asked = { trajectory: traject, person: wie, from: van, to: tot, before: voor }
  const lines = useQuery(auditQuery(asked))
  if (lines.isError) return <Failed error={lines.error} onRetry={() => lines.refetch()} />
  if (lines.isPending) {
    return (
      <>
        <Loading>Het controleboek wordt opgehaald.</Loading>
        <Skeleton shape="block" count={4} />
      </>
    )
  }
  const { older } = lines.data
  if (lines.data.total === 0) {
    return (
      <EmptyState title="Er is niets gevonden.">
        <p>Kijk of het nummer klopt, of kies een langere tijd.</p>
      </EmptyState>
    )
  }
  return (
    <>
      <p role="status">
        {countInWords(lines.data, voor !== undefined)}
        {wie === undefined ? '' : ` van ${lines.data.lines[0]?.person?.name ?? 'deze persoon'}`}
      </p>
      <ol className="tijdig-audit__lines">
        {lines.data.lines.map((line) => (
          <Line key={line.number} line={line} search={search} />
        ))}
      </ol>
      {voor === undefined && older === null ? null : (
        <nav className="tijdig-actions" aria-label="Nieuwere en oudere regels">
          {voor === undefined ? null : (
            <Link to="/controle" search={kept} className="nl-link">
              Nieuwste regels
            </Link>
          )}
          {older === null ? null : (
            <Link to="/controle" search={{ ...kept, voor: older }} className="nl-link">
              Oudere regels
            </Link>
          )}
        </nav>
      )}
    </>
  )
}

function countInWords({ total, isMore }: AuditPage, isFurther: boolean): string {
  const more = isMore ? 'meer dan ' : ''
  const lines = total === 1 ? '1 regel' : `${total.toLocaleString('nl-NL')} regels`
  return isFurther ? `nog ${more}${lines}` : `${more}${lines}`
}

interface LineProps {
  readonly line: AuditPage['lines'][number]
  readonly search: AuditSearch
}

function Line({ line, search }: LineProps) {
  const { person, trajectories, organisation, outcome } = line
  const { voor: _, ...kept } = search
  return (
    <li className="tijdig-audit__line">
      <p className="tijdig-audit__what">
        <strong>{line.kindLabel}</strong>
        {outcome === 'done' ? null : (
          <StatusBadge tone="attention" icon="info">
            {outcome === 'refused' ? 'geweigerd' : 'niets gevonden'}
          </StatusBadge>
        )}
      </p>
      <p>
        {person === null ? (
          'Tijdig zelf'
        ) : (
          <Link to="/controle" search={{ ...kept, wie: person.id }} className="nl-link">
            {person.name}
          </Link>
        )}
        {organisation === null ? '' : `, ${organisation}`}
        {' op '}
        <time dateTime={line.at}>
          {dayInWords(dayOf(line.at))} om {timeInWords(line.at)} uur
        </time>
      </p>
      {trajectories.length === 0 ? null : (
        <p className="tijdig-audit__trajectories">
          {trajectories.length === 1 ? 'Traject: ' : `${trajectories.length} trajecten: `}
          {trajectories.map((id, place) => (
            <span key={id}>
              {place > 0 ? ', ' : ''}
              <Link to="/controle" search={{ ...kept, traject: id }} className="nl-link">
                {id}
              </Link>
            </span>
          ))}
        </p>
      )}
    </li>
  )
}
