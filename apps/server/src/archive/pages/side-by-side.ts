import { type IndicatorLabels, PROTECTIONS, type ProtectedFigure } from '@tijdig/figures'
import { html, type Markup, protectionNotes } from '@tijdig/reports'
import type { StandingEdition } from '../../house/archive-desk.ts'
import { type ChangedCells, changedCells } from '../changed-cells.ts'
import { changeTable } from './change-table.ts'

interface Ends {
  readonly from: StandingEdition
  readonly to: StandingEdition
  readonly labels: readonly IndicatorLabels[]
}

/** What each edition published, beside each other: all that may be told where counts are rounded. */
export function sideBySide(
  ends: Ends,
  [before, after]: readonly [readonly ProtectedFigure[], readonly ProtectedFigure[]],
): Markup {
  const changed = changedCells(ends.labels, before, after)
  if (changed.length === 0) {
    return html`<p>${roundedWords(ends)} Geen enkel cijfer leest nu anders.</p>`
  }
  return html`<p>${roundedWords(ends)} Hier staat elk cijfer dat nu anders leest, precies zoals het in de twee uitgaven staat. Waardoor het veranderde, staat er niet bij: dat zou tonen wat is afgerond.</p>
${changed.map(tableOf)}`
}

function tableOf({ labels, cells, redefined }: ChangedCells): Markup {
  // That counts are rounded stands above; here it could be true of one column only.
  const hidden = cells.flatMap(({ shown }) => shown).filter(({ kind }) => kind !== 'rounded')
  return changeTable({
    labels,
    about: 'zoals het in beide uitgaven staat',
    heads: ['Eerst', 'Nu'],
    rows: cells.map(({ name, from, to }) => ({
      // What it is stands above the table already.
      name: name.replace(`${labels.label}, `, ''),
      cells: [from ?? ABSENT, to ?? ABSENT],
    })),
    notes: [
      ...(redefined
        ? [
            `Dit wordt nu anders geteld: eerst met definitie ${redefined[0]}, nu met ${redefined[1]}.`,
          ]
        : []),
      ...protectionNotes(hidden),
    ],
  })
}

const ABSENT = 'staat er niet'

function roundedWords({ from, to }: Ends): string {
  const [first, second] = [from, to].map(({ frozen }) => nearest(frozen.asked.protection))
  const why = 'zodat niemand te herkennen is.'
  if (first && second) return `In beide uitgaven zijn aantallen afgerond op ${second}, ${why}`
  return first
    ? `In de eerste uitgave zijn aantallen afgerond op ${first}, ${why}`
    : `In de tweede uitgave zijn aantallen afgerond op ${second}, ${why}`
}

function nearest(protection: keyof typeof PROTECTIONS): number | undefined {
  const policy: { readonly roundTo?: number } = PROTECTIONS[protection]
  return policy.roundTo
}
