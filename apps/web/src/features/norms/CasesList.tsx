import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { Indicator, Norm, NormCase } from '@tijdig/server/contract'
import {
  type Column,
  DataTable,
  dayInBrief,
  formatCount,
  Heading,
  Loading,
  Pagination,
  Paragraph,
  Skeleton,
} from '@tijdig/ui'
import { casesQuery } from '../../api/norms.ts'
import { type Asked, askedInWords } from '../../clocks/asked.ts'
import { useSession } from '../../session/session-context.ts'
import { Failed } from '../../shell/Failed.tsx'
import { nameOf } from './norm-table.ts'
import { OUTCOMES, readCell } from './search.ts'

const page = getRouteApi('/normen')
const PAGE_SIZE = 25

interface Props {
  readonly route: string
  readonly norm: Norm
  readonly indicator: Indicator | undefined
  readonly asked: Asked
}

/** The trajectories behind a number of the table: those that one may see. */
export function CasesList({ route, norm, indicator, asked }: Props) {
  const search = page.useSearch()
  const { uitkomst } = search
  const { organisation } = useSession().appointment
  const cell = readCell(search.cel)
  const at = search.pagina ?? 1
  const dimensions = Object.keys(cell)
  const cases = useQuery({
    ...casesQuery(route, norm.code, asked, {
      outcome: OUTCOMES[uitkomst ?? 'nog-te-doen'].outcome,
      ...(dimensions.length > 0 && {
        dimension: dimensions.join(','),
        value: Object.values(cell).join(','),
      }),
      page: at,
      pageSize: PAGE_SIZE,
    }),
    enabled: uitkomst !== undefined,
  })
  return (
    <section className="tijdig-section" aria-labelledby="trajecten">
      <Heading level={2} id="trajecten">
        De trajecten achter een getal
      </Heading>
      {uitkomst === undefined ? (
        <Paragraph>
          Kies hierboven een getal in de tabel. U ziet dan van welke trajecten het is, voor zover
          die van {organisation.name} zijn en u ze mag zien.
        </Paragraph>
      ) : cases.isError ? (
        <Failed error={cases.error} onRetry={() => cases.refetch()} />
      ) : cases.isPending ? (
        <>
          <Loading>De trajecten worden opgehaald.</Loading>
          <Skeleton shape="row" count={6} />
        </>
      ) : (
        <>
          <Paragraph>
            <strong>
              {OUTCOMES[uitkomst].label}
              {indicator && dimensions.length > 0
                ? `, ${nameOf(indicator, dimensions, cell).toLowerCase()}`
                : ''}
              : {formatCount(cases.data.total)} {cases.data.total === 1 ? 'traject' : 'trajecten'}{' '}
              van {organisation.name}
            </strong>
            , {askedInWords(asked)}.
          </Paragraph>
          {cases.data.total === 0 ? (
            <p>Er zijn geen trajecten bij die u mag zien.</p>
          ) : (
            <>
              <DataTable
                caption={`Trajecten: ${OUTCOMES[uitkomst].label}`}
                captionHidden
                columns={columnsFor(route, asked)}
                rows={cases.data.cases}
                rowKey={({ id, startedOn }) => `${id}/${startedOn}`}
                busy={cases.isPlaceholderData}
              />
              <Pagination
                label="Pagina's"
                page={at}
                pages={Math.ceil(cases.data.total / PAGE_SIZE)}
                link={(to, text, props) => (
                  <Link
                    to="/normen"
                    search={{ ...search, pagina: to === 1 ? undefined : to }}
                    hash="trajecten"
                    activeProps={{}}
                    {...props}
                  >
                    {text}
                  </Link>
                )}
              />
            </>
          )}
        </>
      )}
    </section>
  )
}

function columnsFor(route: string, { cutOff, knownAt }: Asked): readonly Column<NormCase>[] {
  return [
    {
      key: 'id',
      label: 'Traject',
      head: 'Traject',
      cell: ({ id }) => (
        <Link
          to="/trajecten/$route/$id"
          params={{ route, id }}
          search={{ op: cutOff, bekend: knownAt }}
          className="nl-link tijdig-norm__id"
        >
          {id}
        </Link>
      ),
    },
    {
      key: 'started',
      label: 'Begonnen',
      head: 'Begonnen',
      cell: ({ startedOn }) => dayInBrief(startedOn),
    },
    {
      key: 'due',
      label: 'Uiterlijk',
      head: 'Uiterlijk',
      cell: ({ dueOn }) => (dueOn === null ? 'staat stil' : dayInBrief(dueOn)),
    },
    {
      key: 'met',
      label: 'Gedaan',
      head: 'Gedaan',
      cell: ({ metOn }) => (metOn === null ? 'nog niet' : dayInBrief(metOn)),
    },
    {
      key: 'late',
      label: 'Dagen te laat',
      head: 'Dagen te laat',
      numeric: true,
      cell: ({ daysLate }) => (daysLate === null ? 'niet' : formatCount(daysLate)),
    },
  ]
}
