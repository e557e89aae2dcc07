import type { IndicatorDefinition } from '@tijdig/figures'
import type { deliveryLineView, deliveryView } from '@tijdig/server'
import { cellWords } from './cell-words.ts'
import { change, clockTime, count, points, share } from './dutch.ts'
import { textTable } from './text-table.ts'

type Line = ReturnType<typeof deliveryLineView>
type View = ReturnType<typeof deliveryView>

/** All deliveries, a line each. */
export function deliveriesTable(lines: readonly Line[]): string {
  return textTable(
    [
      { head: 'Nr', align: 'right' },
      { head: 'Maand' },
      { head: 'Van' },
      { head: 'Aan' },
      { head: 'Gemaakt' },
      { head: 'Sinds de vorige' },
    ],
    lines.map((line) => [
      String(line.number),
      line.month,
      line.institution.code,
      line.receiver.code,
      clockTime(line.madeAt),
      changedWords(line),
    ]),
  )
}

function changedWords({ changed }: Line): string {
  if (changed === null) return 'eerste levering'
  if (changed === 0) return 'niets veranderd'
  return changed === 1 ? '1 cijfer veranderd' : `${count(changed)} cijfers veranderd`
}

/** One delivery: its figures as they may be shown, and what changed since the one before it. */
export function deliveryText(indicators: readonly IndicatorDefinition[], view: View): string {
  const byCode = new Map(indicators.map((each) => [each.code, each]))
  const isShare = (code: string) => byCode.get(code)?.versions[0].measures[0]?.kind === 'share'
  const head = `Levering ${view.number} over ${view.month}, van ${view.institution.name} aan ${view.receiver.name}. Peildag ${view.cutOff}, bekend op ${clockTime(view.knownAt)}. Aantallen zijn afgerond.\n`
  const figures = textTable(
    [{ head: 'Cijfer' }, { head: 'Verdeling' }, { head: 'Waarde', align: 'right' }],
    view.figureRows.map(({ indicator, by, shown }) => [
      byCode.get(indicator)?.label ?? indicator,
      cellWords(byCode.get(indicator), by),
      shown.kind === 'exact' || shown.kind === 'rounded'
        ? (isShare(indicator) ? share : count)(shown.value)
        : shown.kind === 'suppressed'
          ? 'te weinig om te tonen'
          : 'niet te berekenen',
    ]),
  )
  return `${head}\n${changesText(view, byCode, isShare)}\n${figures}`
}

function changesText(
  { changes, comparedWith }: View,
  byCode: ReadonlyMap<string, IndicatorDefinition>,
  isShare: (code: string) => boolean,
): string {
  if (changes === null) return 'Dit is de eerste levering: er is geen eerdere.\n'
  const told = changes.explanations.filter(
    ({ late, corrected, redefined }) => late !== 0 || corrected !== 0 || redefined !== 0,
  )
  const since = `Van levering ${comparedWith} zijn nu ${told.length} cijfers anders.\n`
  if (told.length === 0) return since
  const parts = ['Geleverd', 'Later bekend', 'Verbeterd', 'Anders gedefinieerd', 'Nu']
  return `${since}\n${textTable(
    [
      { head: 'Cijfer' },
      { head: 'Verdeling' },
      ...parts.map((name) => ({ head: name, align: 'right' as const })),
    ],
    told.map(({ indicator, by, from, late, corrected, redefined }) => {
      const [level, step] = isShare(indicator) ? [share, points] : [count, change]
      return [
        byCode.get(indicator)?.label ?? indicator,
        cellWords(byCode.get(indicator), by),
        level(from),
        step(late),
        step(corrected),
        step(redefined),
        level(from + late + corrected + redefined),
      ]
    }),
  )}`
}
