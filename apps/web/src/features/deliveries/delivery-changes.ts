import type { Explanations, Indicator } from '@tijdig/server/contract'
import { capital, formatCount, formatDifference } from '@tijdig/ui'
import { isBy } from '../../figures/figure-text.ts'
import { cellLabel } from '../../figures/labels.ts'

/**
 * The figures of the delivery before, asked again with what is known now: all that made them others
 * but what happened after its day.
 */
export function askedAgain({ from, to, explanations }: Explanations): Explanations {
  return {
    from,
    to: { ...to, cutOff: from.cutOff },
    explanations: explanations.map((each) => ({ ...each, to: again(each), happened: 0 })),
  }
}

/** What happened between the two days: for each outcome of each norm from what, by how many, to what. */
export function happenedSince(
  { explanations }: Explanations,
  counts: Indicator,
  isRounded: boolean,
): readonly (readonly string[])[] {
  const order = (code: string, dimension: string) =>
    Object.keys(counts.dimensions[dimension]?.values ?? {}).indexOf(code)
  const inWords = (count: number) =>
    isRounded && count === 0 ? 'minder dan 3' : formatCount(count)
  return explanations
    .filter(({ indicator, by }) => indicator === counts.code && isBy(by, ['norm', 'outcome']))
    .filter(({ happened }) => happened !== 0)
    .sort(
      (a, b) =>
        order(a.by.norm ?? '', 'norm') - order(b.by.norm ?? '', 'norm') ||
        order(a.by.outcome ?? '', 'outcome') - order(b.by.outcome ?? '', 'outcome'),
    )
    .map((each) => [
      capital(cellLabel(counts, { norm: each.by.norm ?? '', outcome: each.by.outcome ?? '' })),
      inWords(again(each)),
      formatDifference(each.happened, 'count'),
      inWords(each.to),
    ])
}

type Parts = Explanations['explanations'][number]

/** Shares are told in millionths: so that what adds up there adds up here. */
function again({ from, late, corrected, redefined }: Parts): number {
  return Math.round((from + late + corrected + redefined) * 1_000_000) / 1_000_000
}
