import { Link } from '@tanstack/react-router'
import type { Figure, Indicator, Route } from '@tijdig/server/contract'
import { FigureCard, Heading } from '@tijdig/ui'
import type { Asked } from '../../clocks/asked.ts'
import { type Explained, explainedKey } from '../../clocks/explained.ts'
import { cellKey, figureText, isBy, partsInWords } from '../../figures/figure-text.ts'
import { cellLabel, lower } from '../../figures/labels.ts'

interface Props {
  readonly route: Route
  readonly asked: Asked
  readonly figures: readonly Figure[]
  /** The figures that are compared with; left out: nothing is compared. */
  readonly before: readonly Figure[] | undefined
  readonly changes: readonly Explained[]
}

/** The main figures of a route, each as a card. */
export function KeyFigures({ route, asked, figures, before, changes }: Props) {
  const shown = keyFigures(route, figures)
  if (shown.length === 0) return null
  return (
    <section className="tijdig-section" aria-labelledby="kerncijfers">
      <Heading level={2} id="kerncijfers">
        Kerncijfers
      </Heading>
      <div className="tijdig-cards">
        {shown.map(({ indicator, figure, label }) => {
          const was = before?.find((one) => isSame(one, figure))
          const decimals = was && was.value !== figure.value ? 1 : 0
          const why = changes.find((one) => explainedKey(one.explanation) === explainedKey(figure))
          return (
            <FigureCard
              key={explainedKey(figure)}
              label={
                <Link
                  to="/cijfers"
                  search={{
                    route: route.code,
                    cijfer: indicator.code,
                    op: asked.cutOff,
                    bekend: asked.knownAt,
                  }}
                >
                  {label}
                </Link>
              }
              value={figureText(figure, indicator.kind, decimals)}
              {...(was === undefined
                ? {}
                : { previous: figureText(was, indicator.kind, decimals) })}
              {...detailOf(figure, indicator)}
              reasons={(why?.reasons ?? []).map((reason) => `${reason.sentence}.`)}
            />
          )
        })}
      </div>
    </section>
  )
}

interface KeyFigure {
  readonly indicator: Indicator
  readonly figure: Figure
  readonly label: string
}

/** The totals; of a route that has none, the cells of its first short tables. */
function keyFigures(route: Route, figures: readonly Figure[]): KeyFigure[] {
  const of = (indicator: Indicator, dimensions: readonly string[]) =>
    figures.filter((figure) => figure.indicator === indicator.code && isBy(figure.by, dimensions))
  const totals = route.indicators.flatMap((indicator) =>
    of(indicator, []).map((figure) => ({ indicator, figure, label: indicator.label })),
  )
  if (totals.length > 0) return totals
  return route.indicators.flatMap((indicator) => {
    const table = indicator.tables.find((dimensions) => dimensions.length === 1)
    const cells = table === undefined ? [] : of(indicator, table)
    if (cells.length > MOST_CELLS) return []
    return cells.map((figure) => ({
      indicator,
      figure,
      label: `${indicator.label}: ${lower(cellLabel(indicator, figure.by))}`,
    }))
  })
}

/** More cells than this are a table, not main figures. */
const MOST_CELLS = 6

function isSame(one: Figure, other: Figure): boolean {
  return one.indicator === other.indicator && cellKey(one.by) === cellKey(other.by)
}

/** What is counted; of a share its parts, only where the share itself may be shown. */
function detailOf(figure: Figure, indicator: Indicator): { detail?: string } {
  if (figure.shown.kind !== 'exact') return {}
  return { detail: indicator.kind === 'count' ? indicator.unit : partsInWords(figure, indicator) }
}
