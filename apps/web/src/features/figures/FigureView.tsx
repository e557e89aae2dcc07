import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Indicator, Route } from '@tijdig/server/contract'
import { Button, EmptyState, Heading, Icon, Loading, Paragraph, Skeleton } from '@tijdig/ui'
import { useMemo } from 'react'
import { apiAddress } from '../../api/client.ts'
import { figuresQuery } from '../../api/queries.ts'
import { type Asked, readAsked, writeAsked } from '../../clocks/asked.ts'
import { ClockPanel } from '../../clocks/ClockPanel.tsx'
import { happenedClock } from '../../clocks/day-clock.ts'
import { isBy } from '../../figures/figure-text.ts'
import { Failed } from '../../shell/Failed.tsx'
import { DefinitionWords } from './DefinitionWords.tsx'
import { versionsOf } from './definitions.ts'
import { dimensionsOf } from './dimensions.ts'
import { FigureChoice } from './FigureChoice.tsx'
import { FigureComparison } from './FigureComparison.tsx'
import { FigureTables } from './FigureTables.tsx'
import { askedOfFigures, type FiguresSearch } from './search.ts'

const page = getRouteApi('/cijfers')

interface Props {
  readonly route: Route
  readonly indicator: Indicator
  readonly newest: Asked
}

/** The choices, the figure in words, as a chart and as a table, and what it is compared with. */
export function FigureView({ route, indicator, newest }: Props) {
  const search = page.useSearch()
  const navigate = page.useNavigate()
  const asked = useMemo(() => askedOfFigures(search, newest), [search, newest])
  const compared = useMemo(() => readAsked(search.met), [search.met])
  const dimensions = useMemo(() => dimensionsOf(indicator, search.per), [indicator, search.per])
  const narrowed = { indicator: indicator.code, by: dimensions.join(',') }
  const now = useQuery(figuresQuery(route.code, asked, narrowed))
  const before = useQuery({
    ...figuresQuery(route.code, compared ?? asked, narrowed),
    enabled: compared !== undefined,
  })
  const change = (part: FiguresSearch) =>
    navigate({
      search: { ...search, route: route.code, cijfer: indicator.code, ...part },
      resetScroll: false,
    })
  const figures = now.data?.figures.filter(
    (figure) => figure.indicator === indicator.code && isBy(figure.by, dimensions),
  )
  const versions = versionsOf(indicator, asked)
  return (
    <>
      <FigureChoice
        route={route}
        indicator={indicator}
        dimensions={dimensions}
        asked={asked}
        onChange={change}
      />
      <ClockPanel
        asked={asked}
        newest={newest}
        onMove={(move) => {
          const moved = { ...asked, ...move }
          change({ op: moved.cutOff, bekend: moved.knownAt })
        }}
      />
      <DefinitionWords indicator={indicator} versions={versions} />
      {now.isError ? (
        <Failed error={now.error} onRetry={() => now.refetch()} />
      ) : figures === undefined ? (
        <>
          <Loading>Het cijfer wordt berekend.</Loading>
          <Skeleton shape="chart" />
        </>
      ) : figures.length === 0 && !now.isPlaceholderData ? (
        <EmptyState title="Voor deze keuze is er geen cijfer.">
          <p>
            Dit cijfer wordt zo niet geteld, of er was op deze dag nog niets. Kies een andere
            uitsplitsing of een latere dag.
          </p>
        </EmptyState>
      ) : (
        <div className={now.isPlaceholderData ? 'tijdig-section tijdig-busy' : 'tijdig-section'}>
          <FigureTables
            indicator={indicator}
            dimensions={dimensions}
            versions={versions}
            figures={figures}
            before={
              compared && before.data && !before.isPlaceholderData ? before.data.figures : undefined
            }
          />
          <p className="tijdig-not-printed">
            <a
              className="nl-link tijdig-download"
              href={apiAddress('figures.csv', { route: route.code, ...asked, ...narrowed })}
              download
            >
              <Icon name="download" /> Download als CSV
            </a>
          </p>
        </div>
      )}
      <section className="tijdig-section" aria-labelledby="vergelijken">
        <Heading level={2} id="vergelijken">
          Vergelijken
        </Heading>
        {compared === undefined ? (
          <>
            <Paragraph>
              Zet er een tweede stand naast en zie waarom het cijfer verschilt: later bekend
              geworden, verbeterd, anders gedefinieerd, of echt gebeurd.
            </Paragraph>
            <div className="tijdig-actions tijdig-not-printed">
              <Button
                purpose="secondary"
                onClick={() =>
                  change({
                    met: writeAsked({
                      ...asked,
                      cutOff: happenedClock(asked, newest).choices[0]?.day ?? asked.cutOff,
                    }),
                  })
                }
              >
                Vergelijk met een andere stand
              </Button>
            </div>
          </>
        ) : (
          <FigureComparison
            route={route}
            indicator={indicator}
            dimensions={dimensions}
            asked={asked}
            compared={compared}
            newest={newest}
            chosen={search.uitleg}
            onChange={change}
          />
        )}
      </section>
    </>
  )
}
