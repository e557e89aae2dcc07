import { Link } from '@tanstack/react-router'
import type { Figure, Indicator, Route } from '@tijdig/server/contract'
import { FigureCard, formatCount } from '@tijdig/ui'
import type { Asked } from '../../clocks/asked.ts'
import type { Explained } from '../../clocks/explained.ts'
import { figureText } from '../../figures/figure-text.ts'

interface Props {
  readonly route: Route
  readonly asked: Asked
  readonly figures: readonly Figure[]
  /** The figures that are compared with; left out: nothing is compared. */
  readonly before: readonly Figure[] | undefined
  readonly changes: readonly Explained[]
}

/** The totals of a route, each as a card. */
export function KeyFigures({ route, asked, figures, before, changes }: Props) {
  return (
    <div className="tijdig-cards">
      {route.indicators.map((indicator) => {
        const figure = totalOf(figures, indicator)
        if (!figure) return null
        const was = before && totalOf(before, indicator)
        const decimals = was && was.value !== figure.value ? 1 : 0
        const reasons = changes.find((one) => one.isTotal && one.indicator.code === indicator.code)
        return (
          <FigureCard
            key={indicator.code}
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
                {indicator.label}
              </Link>
            }
            value={figureText(figure, indicator.kind, decimals)}
            {...(was === undefined ? {} : { previous: figureText(was, indicator.kind, decimals) })}
            {...detailOf(figure, indicator)}
            reasons={(reasons?.reasons ?? []).map((reason) => `${reason.sentence}.`)}
          />
        )
      })}
    </div>
  )
}

function totalOf(figures: readonly Figure[], indicator: Indicator): Figure | undefined {
  return figures.find(
    (figure) => figure.indicator === indicator.code && Object.keys(figure.by).length === 0,
  )
}

/** What a share is a share of: "308 van 376"; only where the share itself may be shown. */
function detailOf(figure: Figure, indicator: Indicator): { detail?: string } {
  if (figure.shown.kind !== 'exact') return {}
  if (indicator.kind === 'count') return { detail: indicator.unit }
  if (figure.numerator === undefined || figure.denominator === undefined) return {}
  return {
    detail: `${formatCount(figure.numerator)} van ${formatCount(figure.denominator)} ${indicator.unit}`,
  }
}
