import type { Explanation, Indicator } from '@tijdig/server/contract'
import { capital, formatDifference, formatFigure, type WaterfallSpec } from '@tijdig/ui'
import { cellKey } from '../figures/figure-text.ts'
import { cellLabel, lower } from '../figures/labels.ts'
import { type Asked, askedInWords } from './asked.ts'
import { PARTS, partLabel, type Reason, reasonsOf } from './reasons.ts'

/** A figure that became another one, with its name and its reasons. */
export interface Explained {
  /** Indicator and cell, for an address. */
  readonly key: string
  readonly label: string
  readonly indicator: Indicator
  readonly explanation: Explanation
  readonly reasons: readonly Reason[]
}

/** Names and reasons of what changed: totals first, then what is split up least, then by size. */
export function explainAll(
  explanations: readonly Explanation[],
  indicators: readonly Indicator[],
  from: Asked,
  to: Asked,
): Explained[] {
  return explanations
    .flatMap((explanation): Explained[] => {
      const indicator = indicators.find((one) => one.code === explanation.indicator)
      if (!indicator) return []
      const reasons = reasonsOf(explanation, indicator.kind, from, to)
      if (reasons.length === 0) return []
      const label =
        Object.keys(explanation.by).length === 0
          ? indicator.label
          : `${indicator.label}: ${lower(cellLabel(indicator, explanation.by))}`
      return [{ key: explainedKey(explanation), label, indicator, explanation, reasons }]
    })
    .sort(
      (a, b) =>
        depth(a) - depth(b) ||
        a.indicator.kind.localeCompare(b.indicator.kind) ||
        Math.abs(change(b)) - Math.abs(change(a)),
    )
}

export function explainedKey(of: Pick<Explanation, 'indicator' | 'by'>): string {
  const cell = cellKey(of.by)
  return cell === '' ? of.indicator : `${of.indicator}:${cell}`
}

/** The drawing of one change: from, a step for each reason, to. */
export function waterfallOf(
  { indicator, explanation, label, reasons }: Explained,
  from: Asked,
  to: Asked,
  names: { readonly from: string; readonly to: string } = {
    from: 'Vorige stand',
    to: 'Deze stand',
  },
): WaterfallSpec {
  const was = formatFigure(explanation.from, indicator.kind, 1)
  const now = formatFigure(explanation.to, indicator.kind, 1)
  return {
    kind: 'waterfall',
    title: `${label}: van ${was} naar ${now}`,
    description: `${capital(askedInWords(from))}: ${was}. ${capital(askedInWords(to))}: ${now}. ${reasons
      .map((reason) => `${capital(reason.sentence)}.`)
      .join(' ')}`,
    unit: indicator.unit,
    format: indicator.kind,
    from: { label: names.from, value: explanation.from },
    to: { label: names.to, value: explanation.to },
    steps: reasons.map((reason) => ({
      part: reason.part,
      label: partLabel(reason.part, from, to),
      value: reason.amount,
    })),
  }
}

/** A table of changes: name, was, is, and a column for each reason. */
export function changesTable(all: readonly Explained[], from: Asked, to: Asked) {
  return {
    head: ['Cijfer', 'was', 'nu', ...PARTS.map((part) => partLabel(part, from, to))],
    rows: all.map(({ label, indicator, explanation }) => [
      label,
      formatFigure(explanation.from, indicator.kind, 1),
      formatFigure(explanation.to, indicator.kind, 1),
      ...PARTS.map((part) =>
        explanation[part] === 0 ? '' : formatDifference(explanation[part], indicator.kind),
      ),
    ]),
  }
}

/** By how many dimensions a figure is split up. */
function depth({ explanation }: Explained): number {
  return Object.keys(explanation.by).length
}

function change({ explanation }: Explained): number {
  return explanation.to - explanation.from
}
