import { useQuery } from '@tanstack/react-query'
import type { IndicatorWords } from '@tijdig/drafts'
import type { Programme, ProgrammeLine } from '@tijdig/server/contract'
import { programmeQuery } from '../../../api/programmes.ts'
import type { Asked } from '../../../clocks/asked.ts'
import type { TagDraft } from './tag-draft.ts'

/** A programme as something to put in a text; what it keeps is read once it is chosen. */
export function programmeWords({ programme, title }: ProgrammeLine): IndicatorWords {
  return { code: programme, label: title, unit: 'programma', kind: 'programme', dimensions: {} }
}

/** What is being chosen, with the lines and the facts of its programme where it is about one. */
export function useProgrammeParts(
  draft: TagDraft | undefined,
  question: Asked,
): TagDraft | undefined {
  const isProgramme = draft?.indicator.kind === 'programme'
  const found = useQuery({
    ...programmeQuery(draft?.indicator.code ?? '', question),
    enabled: isProgramme,
  })
  if (!draft || !isProgramme || !found.data) return draft
  return { ...draft, indicator: { ...draft.indicator, dimensions: dimensionsOf(found.data) } }
}

function dimensionsOf({ parts }: Programme): IndicatorWords['dimensions'] {
  const lines = parts.filter(({ route }) => route === 'programme-line')
  const kept = parts.flatMap(({ measured, aims, days }) => [...measured, ...aims, ...days])
  return {
    within: {
      label: 'Lijn',
      values: Object.fromEntries(lines.map(({ code, title }) => [code, `${code}. ${title}`])),
    },
    key: {
      label: 'Getal of dag',
      values: Object.fromEntries(kept.map(({ key, what }) => [key, what])),
    },
  }
}
