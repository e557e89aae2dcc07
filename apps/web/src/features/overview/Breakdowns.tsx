import { Link } from '@tanstack/react-router'
import type { Figure, Route } from '@tijdig/server/contract'
import { ChartFigure, type ChartSpec, Heading } from '@tijdig/ui'
import { useMemo } from 'react'
import type { Asked } from '../../clocks/asked.ts'
import { chartOf } from '../../figures/chart-of.ts'

interface Props {
  readonly route: Route
  readonly asked: Asked
  readonly figures: readonly Figure[]
  readonly before: readonly Figure[] | undefined
}

/** More bars than this are for the page of the figure itself. */
const MOST_BARS = 10

/** A chart for each table that the definitions print without being asked. */
export function Breakdowns({ route, asked, figures, before }: Props) {
  const charts = useMemo(
    () =>
      route.indicators.flatMap((indicator) =>
        indicator.tables.flatMap((dimensions) => {
          const spec =
            dimensions.length === 0
              ? undefined
              : chartOf({ indicator, dimensions, figures, previous: before })
          return spec === undefined ? [] : [{ indicator, dimensions, ...firstBars(spec) }]
        }),
      ),
    [route, figures, before],
  )
  if (charts.length === 0) return null
  return (
    <section className="tijdig-section" aria-labelledby="uitgesplitst">
      <Heading level={2} id="uitgesplitst">
        Uitgesplitst
      </Heading>
      {before === undefined ? null : (
        <p className="tijdig-muted tijdig-overview__key">
          Een zwart streepje bij een staaf, of een stippellijn, is de vorige stand.
        </p>
      )}
      <div className="tijdig-charts">
        {charts.map(({ indicator, dimensions, spec, of }) => (
          <ChartFigure
            key={`${indicator.code}/${dimensions.join()}`}
            spec={spec}
            {...(of === undefined ? {} : { note: `De ${MOST_BARS} grootste van ${of}.` })}
            link={(title) => (
              <Link
                to="/cijfers"
                search={{
                  route: route.code,
                  cijfer: indicator.code,
                  per: dimensions.join(','),
                  op: asked.cutOff,
                  bekend: asked.knownAt,
                }}
              >
                {title}
              </Link>
            )}
          />
        ))}
      </div>
    </section>
  )
}

function firstBars(spec: ChartSpec): { spec: ChartSpec; of?: number } {
  if (spec.kind !== 'bars' || spec.rows.length <= MOST_BARS + 2) return { spec }
  return { spec: { ...spec, rows: spec.rows.slice(0, MOST_BARS) }, of: spec.rows.length }
}
