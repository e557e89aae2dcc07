import type { Figure, Publication, Route } from '@tijdig/server/contract'
import { capital, formatCount, SimpleTable } from '@tijdig/ui'
import { cellKey, figureText } from '../../figures/figure-text.ts'
import { cellLabel } from '../../figures/labels.ts'

interface Props {
  readonly publication: Publication
  /** For the words; while it is on its way the codes stand there. */
  readonly route: Route | undefined
}

/** All figures of a publication, to open one by one; the total of each stands at once. */
export function PublishedFigures({ publication, route }: Props) {
  const codes = [...new Set(publication.figureRows.map((figure) => figure.indicator))]
  return (
    <div className="tijdig-published">
      {codes.map((code) => {
        const figures = publication.figureRows.filter((figure) => figure.indicator === code)
        const [total] = figures.filter((figure) => cellKey(figure.by) === '')
        const label = indicatorLabel(route, code)
        return (
          <details key={code}>
            <summary>
              <span>{label}</span>{' '}
              <span className="tijdig-number">
                {total ? (
                  <strong>{textOf(route, total)}</strong>
                ) : (
                  `${formatCount(figures.length)} cijfers`
                )}
              </span>
            </summary>
            <SimpleTable
              caption={label}
              head={['Uitsplitsing', 'Definitie', 'Waarde']}
              rows={figures.map((figure) => [
                cellName(route, figure),
                `versie ${figure.definition}`,
                textOf(route, figure),
              ])}
            />
          </details>
        )
      })}
    </div>
  )
}

export function indicatorLabel(route: Route | undefined, code: string): string {
  return route?.indicators.find((one) => one.code === code)?.label ?? code
}

function cellName(route: Route | undefined, figure: Figure): string {
  const indicator = route?.indicators.find((one) => one.code === figure.indicator)
  return capital(indicator ? cellLabel(indicator, figure.by) : cellKey(figure.by) || 'totaal')
}

function textOf(route: Route | undefined, figure: Figure): string {
  const kind = route?.indicators.find((one) => one.code === figure.indicator)?.kind ?? 'count'
  return figureText(figure, kind, kind === 'share' ? 1 : 0)
}
