import type { IndicatorLabels, ProtectedFigure, Shown } from '@tijdig/figures'
import { formatCount, formatShare } from './dutch-number.ts'

/** Where a figure stands: in a sentence a rounded one says so itself, a table says it once below. */
type Place = 'sentence' | 'table'

export interface Writing {
  readonly kind: IndicatorLabels['kind']
  readonly place: Place
  readonly decimals?: number
}

/** A figure as it may be shown, in words where there is no number; never empty. */
export function shownWords(
  shown: Shown,
  { kind, place, decimals = 0 }: Writing,
  ratio?: Pick<ProtectedFigure, 'numerator' | 'denominator'>,
): string {
  switch (shown.kind) {
    case 'exact':
      return kind === 'count'
        ? formatCount(shown.value)
        : formatShare(wholeRatio(ratio) ?? shown.value, decimals)
    case 'rounded': {
      if (kind === 'count' && shown.value === 0) return `minder dan ${Math.ceil(shown.to / 2)}`
      const number =
        kind === 'count' ? formatCount(shown.value) : formatShare(shown.value, decimals)
      return place === 'sentence' ? `ongeveer ${number}` : number
    }
    case 'suppressed':
      return shown.reason === 'would-reveal' ? 'niet getoond' : 'te weinig om te tonen'
    case 'undefined':
      return 'niet te berekenen'
  }
}

/** What a reader of a table must know about the figures in it. */
export function protectionNotes(shown: readonly Shown[]): readonly string[] {
  const rounded = shown.find((one) => one.kind === 'rounded')
  return [
    ...(rounded ? [`Aantallen zijn afgerond op ${rounded.to}.`] : []),
    ...(shown.some((one) => one.kind === 'suppressed' && one.reason === 'below-threshold')
      ? ['Waar te weinig is om te tonen, staat geen getal: zo is niemand te herkennen.']
      : []),
    ...(shown.some((one) => one.kind === 'suppressed' && one.reason === 'would-reveal')
      ? ['Waar “niet getoond” staat, zou anders een klein aantal zijn uit te rekenen.']
      : []),
    ...(shown.some((one) => one.kind === 'undefined')
      ? ['Niet te berekenen betekent: er is niets om door te delen.']
      : []),
  ]
}

/**
 * What may be shown of a sum. A part that may not be seen hides the sum, or it could be
 * subtracted out; a sum of rounded parts is itself rounded.
 */
export function sumShown(parts: readonly Shown[]): Shown {
  let value = 0
  let to = 0
  for (const part of parts) {
    if (part.kind === 'suppressed' || part.kind === 'undefined') return part
    value += part.value
    if (part.kind === 'rounded') to = Math.max(to, part.to)
  }
  return to > 0 ? { kind: 'rounded', value, to } : { kind: 'exact', value }
}

function wholeRatio(ratio: Pick<ProtectedFigure, 'numerator' | 'denominator'> | undefined) {
  const { numerator, denominator } = ratio ?? {}
  return numerator !== undefined && denominator ? { numerator, denominator } : undefined
}
