import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { dayInWords, Loading, Skeleton } from '@tijdig/ui'
import { unusualQuery } from '../../api/audit.ts'
import { dayOf } from '../../clocks/asked.ts'
import { Failed } from '../../shell/Failed.tsx'
import { timeInWords } from '../glass/glass-end.ts'

/** What stands out in the last thirty days: no proof of anything, a reason to ask. */
export function UnusualList() {
  const unusual = useQuery(unusualQuery)
  return (
    <section aria-labelledby="controle-opvallend">
      <h2 id="controle-opvallend">Wat opvalt in de laatste dertig dagen</h2>
      {unusual.isError ? (
        <Failed error={unusual.error} onRetry={() => unusual.refetch()} />
      ) : unusual.isPending ? (
        <>
          <Loading>Er wordt gezocht naar wat opvalt.</Loading>
          <Skeleton shape="block" />
        </>
      ) : unusual.data.length === 0 ? (
        <p>Er valt niets op.</p>
      ) : (
        <ul className="tijdig-audit__lines">
          {unusual.data.map((one) => (
            <li key={`${one.kind}-${one.records.join()}`} className="tijdig-audit__line">
              <p className="tijdig-audit__what">
                <strong>{one.label}</strong>
              </p>
              <p>
                <Link to="/controle" search={{ wie: one.person.id }} className="nl-link">
                  {one.person.name}
                </Link>
                {' op '}
                <time dateTime={one.at}>
                  {dayInWords(dayOf(one.at))} om {timeInWords(one.at)} uur
                </time>
              </p>
              <p>{one.detail}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
