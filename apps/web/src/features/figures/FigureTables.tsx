import type { Figure, Indicator } from '@tijdig/server/contract'
import { ChartFigure, capital, formatCount, SimpleTable } from '@tijdig/ui'
import { useMemo } from 'react'
import { chartOf, orderCells } from '../../figures/chart-of.ts'
import { cellKey, figureText, partsInWords } from '../../figures/figure-text.ts'
import { codeLabel, dimensionLabel, tableTitle } from '../../figures/labels.ts'

interface Props {
  readonly indicator: Indicator
  readonly dimensions: readonly string[]
  readonly versions: readonly Indicator['versions'][number][]
  readonly figures: readonly Figure[]
  readonly before: readonly Figure[] | undefined
}

/** The figure as a chart and as a table, once for each version of its definition. */
export function FigureTables({ indicator, dimensions, versions, figures, before }: Props) {
  return versions.map((version) => (
    <OneVersion
      key={version.version}
      indicator={indicator}
      dimensions={dimensions}
      figures={figures.filter((figure) => figure.definition === version.version)}
      before={before}
      {...(versions.length > 1 ? { version: version.version } : {})}
    />
  ))
}

interface OneProps extends Omit<Props, 'versions'> {
  readonly version?: number
}

function OneVersion({ indicator, dimensions, figures, before, version }: OneProps) {
  const spec = useMemo(() => {
    const chart = chartOf({ indicator, dimensions, figures, previous: before })
    return chart && version !== undefined
      ? { ...chart, title: `${chart.title}, versie ${version}` }
      : chart
  }, [indicator, dimensions, figures, before, version])
  const title = spec?.title ?? tableTitle(indicator, dimensions)
  if (dimensions.length === 0)
    return <Total indicator={indicator} figures={figures} before={before} />
  return (
    <div className="tijdig-figure-tables">
      {spec ? <ChartFigure spec={spec} withTable={false} /> : null}
      <SimpleTable caption={title} {...tableOf(indicator, dimensions, figures, before)} />
    </div>
  )
}

function Total({ indicator, figures, before }: Omit<OneProps, 'dimensions'>) {
  const [figure] = figures
  if (!figure) return null
  const was = before?.find((one) => one.indicator === figure.indicator && cellKey(one.by) === '')
  const decimals = indicator.kind === 'share' ? 1 : 0
  const now = figureText(figure, indicator.kind, decimals)
  const then = was && figureText(was, indicator.kind, decimals)
  return (
    <p className="tijdig-total tijdig-number">
      {then !== undefined && then !== now ? <span className="tijdig-muted">{then} → </span> : null}
      <strong>{now}</strong>{' '}
      <span className="tijdig-total__unit">
        {indicator.kind === 'share' ? partsInWords(figure, indicator) : indicator.unit}
      </span>
    </p>
  )
}

/** The rows of a table in words: its dimensions, and the figure, with parts and whole of a share. */
function tableOf(
  indicator: Indicator,
  dimensions: readonly string[],
  figures: readonly Figure[],
  before: readonly Figure[] | undefined,
) {
  const shares = indicator.kind === 'share'
  const decimals = shares ? 1 : 0
  const name = (figure: Figure) =>
    dimensions.map((dimension) => codeLabel(indicator, dimension, figure.by[dimension] ?? ''))
  const rows = orderCells(indicator, dimensions, figures)
  return {
    head: [
      dimensions.map((dimension) => dimensionLabel(indicator, dimension)).join(', '),
      ...(shares ? ['teller', 'noemer'] : []),
      ...(before === undefined ? [shares ? 'deel' : indicator.unit] : ['was', 'nu']),
    ],
    rows: rows.map((figure) => {
      const was = before?.find(
        (one) => one.indicator === figure.indicator && cellKey(one.by) === cellKey(figure.by),
      )
      return [
        capital(name(figure).join(', ')),
        ...(shares ? [part(figure, figure.numerator), part(figure, figure.denominator)] : []),
        ...(before === undefined ? [] : [was ? figureText(was, indicator.kind, decimals) : 'geen']),
        figureText(figure, indicator.kind, decimals),
      ]
    }),
  }
}

/** Parts of a share are shown only where the share itself is exact. */
function part(figure: Figure, value: number | undefined): string {
  if (figure.shown.kind !== 'exact' && figure.shown.kind !== 'undefined') return 'afgeschermd'
  return value === undefined ? '' : formatCount(value)
}
