import type { Figure, Indicator, Publication } from '@tijdig/server/contract'
import { capital, formatCount, SimpleTable } from '@tijdig/ui'
import { cellKey, figureText } from '../../figures/figure-text.ts'
import { cellLabel } from '../../figures/labels.ts'

interface Props {
  readonly publication: Publication
  /** Of all routes, for the words; while they are on their way the codes stand there. */
  readonly indicators: readonly Indicator[]
}

/** All figures of a publication, to open one by one; the total of each stands at once. */
export function PublishedFigures({ publication, indicators }: Props) {
  const codes = [...new Set(publication.figureRows.map((figure) => figure.indicator))]
  return (
    <div className="tijdig-published">
      {codes.map((code) => {
        const figures = publication.figureRows.filter((figure) => figure.indicator === code)
        const [total] = figures.filter((figure) => cellKey(figure.by) === '')
        const label = indicatorLabel(indicators, code)
        return (
          <details key={code}>
            <summary>
              <span>{label}</span>{' '}
              <span className="tijdig-number">
                {total ? (
                  <strong>{textOf(indicators, total)}</strong>
                ) : (
                  `${formatCount(figures.length)} cijfers`
                )}
              </span>
            </summary>
            <SimpleTable
              caption={label}
              head={['Uitsplitsing', 'Definitie', 'Waarde']}
              rows={figures.map((figure) => [
                cellName(indicators, figure),
                `versie ${figure.definition}`,
                textOf(indicators, figure),
              ])}
            />
          </details>
        )
      })}
    </div>
  )
}

export function indicatorLabel(indicators: readonly Indicator[], code: string): string {
  return indicators.find((one) => one.code === code)?.label ?? code
}

function cellName(indicators: readonly Indicator[], figure: Figure): string {
  const indicator = indicators.find((one) => one.code === figure.indicator)
  return capital(indicator ? cellLabel(indicator, figure.by) : cellKey(figure.by) || 'totaal')
}

function textOf(indicators: readonly Indicator[], figure: Figure): string {
  const kind = indicators.find((one) => one.code === figure.indicator)?.kind ?? 'count'
  return figureText(figure, kind, kind === 'share' ? 1 : 0)
}
