import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { Work } from '@tijdig/server/contract'
import { dayInWords, EmptyState, formatCount, Loading, Pagination, Skeleton } from '@tijdig/ui'
import { workQuery } from '../../api/work.ts'
import { useSession } from '../../session/session-context.ts'
import { Failed } from '../../shell/Failed.tsx'
import { PageTitle } from '../../shell/PageTitle.tsx'
import { PartTabs } from './PartTabs.tsx'
import { PAGE_SIZE, PARTS, partName, usualWhose, WHOSE, type Whose } from './search.ts'
import { WhoseTabs } from './WhoseTabs.tsx'
import { WorkList } from './WorkList.tsx'
import './work.css'

const page = getRouteApi('/werk')

/** What is to be done, in the order in which people do it, each with its reason. */
export function WorkPage() {
  const search = page.useSearch()
  const { role } = useSession().appointment
  const whose = search.van ?? usualWhose(role)
  const at = search.pagina ?? 1
  const work = useQuery(
    workQuery({
      of: WHOSE[whose],
      ...(search.deel === undefined ? {} : { part: PARTS[search.deel].part }),
      page: at,
      pageSize: PAGE_SIZE,
    }),
  )
  return (
    <>
      <PageTitle title="Mijn werk" lead="Wat er te doen is, en voor welke dag." />
      <WhoseTabs current={whose} />
      {work.isError ? (
        <Failed error={work.error} onRetry={() => work.refetch()} />
      ) : work.isPending ? (
        <div>
          <Loading>Het werk wordt opgehaald.</Loading>
          <Skeleton shape="row" count={8} />
        </div>
      ) : (
        <section className="tijdig-section" aria-label="Te doen">
          <PartTabs work={work.data} whose={whose} />
          {work.data.counts[work.data.part] === 0 ? (
            <Nothing work={work.data} whose={whose} />
          ) : (
            <>
              <WorkList work={work.data} busy={work.isPlaceholderData} />
              <Pagination
                label="Pagina's"
                page={at}
                pages={Math.ceil((work.data.counts[work.data.part] ?? 0) / PAGE_SIZE)}
                link={(to, text, props) => (
                  <Link
                    to="/werk"
                    search={{
                      van: whose,
                      deel: partName(work.data.part),
                      pagina: to === 1 ? undefined : to,
                    }}
                    activeProps={{}}
                    {...props}
                  >
                    {text}
                  </Link>
                )}
              />
            </>
          )}
        </section>
      )}
    </>
  )
}

/** Nothing in this part; or nothing at all, and what that means. */
function Nothing({ work, whose }: { readonly work: Work; readonly whose: Whose }) {
  const { teams } = useSession().appointment
  const elsewhere = Object.values(work.counts).reduce((sum, count) => sum + count, 0)
  if (elsewhere > 0) {
    return (
      <EmptyState title={`Hier staat niets: ${PARTS[partName(work.part)].label.toLowerCase()}.`}>
        <p>
          In de andere delen {elsewhere === 1 ? 'staat' : 'staan'} {formatCount(elsewhere)}{' '}
          {elsewhere === 1 ? 'ding' : 'dingen'}.
        </p>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={`Er is niets te doen, op ${dayInWords(work.today)}.`}>
      {whose === 'mij' ? (
        <>
          <p>U ziet hier de trajecten die aan u zijn toegewezen, zodra daar een termijn loopt.</p>
          <p>
            <Link
              to="/werk"
              search={{ van: teams.length > 0 ? 'team' : 'organisatie' }}
              className="nl-link"
            >
              Bekijk het werk van uw {teams.length > 0 ? 'team' : 'organisatie'}
            </Link>
          </p>
        </>
      ) : (
        <p>Zodra er een termijn loopt, staat die hier.</p>
      )}
    </EmptyState>
  )
}
