import { formatMoment } from '@tijdig/core'
import type { FigureValue, KeptValue, PartsTable, ReportDocument } from '@tijdig/reports'
import { type ReportFigures, writeReport } from './compose-report.ts'
import type { FrozenPublication } from './frozen-publication.ts'
import { hashOfText } from './hash-of-text.ts'
import type { House } from './house.ts'
import { reporting } from './reporting.ts'
import { describe } from './template-shelf.ts'
import type { Difference } from './verification.ts'

/**
 * What of the published text does not hold: the page and the PDF, whose hashes were frozen with
 * them, and each number in the text, written from the figures as they are now calculated. Neither
 * words nor layout are held to today's: a better label or a new style does not make an old report
 * untrue.
 */
export async function documentDifferences(
  house: House,
  frozen: FrozenPublication,
  calculated: ReportFigures,
): Promise<Difference[]> {
  const { publication, document } = frozen
  const { parseTemplate } = await reporting()
  const report = document.report as unknown as ReportDocument
  const differs = (published: string, recalculated: string): Difference[] => [
    { what: 'document', name: publication.template, published, recalculated },
  ]
  const differences = [
    ...fileDifferences('pagina', document.hashes.html, publication.html),
    ...fileDifferences('PDF', document.hashes.pdf, publication.pdf),
  ]
  const template = parseTemplate(document.template)
  if (!template.ok) {
    return [...differences, ...differs('sjabloon', describe(template.error))]
  }
  const { number, address, publishedAt, position, logHash } = publication
  const stamp = {
    number,
    ...(address && { address }),
    publishedAt: formatMoment(publishedAt),
    position,
    logHash,
  }
  const again = await writeReport(house, template.value, calculated, stamp)
  if (!again.ok) return [...differences, ...differs('rapport', again.error.reason)]
  return [
    ...differences,
    ...numberDifferences(report, again.value),
    ...partsDifferences(report, again.value),
  ]
}

function fileDifferences(name: string, published: string, file: string | Uint8Array): Difference[] {
  const recalculated = hashOfText(file)
  return recalculated === published ? [] : [{ what: 'document', name, published, recalculated }]
}

/** Each number of the published text that is now written otherwise, or not at all. */
function numberDifferences(published: ReportDocument, again: ReportDocument): Difference[] {
  const now = new Map(figuresIn(again).map((figure) => [sourceOf(figure), figure.text]))
  return figuresIn(published).flatMap((figure): Difference[] => {
    const text = now.get(sourceOf(figure))
    if (text === figure.text) return []
    return [
      {
        what: 'document',
        name: figure.id,
        published: figure.text,
        recalculated: text ?? 'staat er niet',
      },
    ]
  })
}

/** What a number stands for, and how it is written: in one text it may stand with other decimals. */
function sourceOf({ id, source }: FigureValue): string {
  const { indicator, definition, part, cells } = source
  const sorted = cells.map((cell) => Object.entries(cell).sort())
  return JSON.stringify([id, indicator, definition, part, sorted])
}

/** Each table of a programme, and each fact in the text, that now says something else. */
function partsDifferences(published: ReportDocument, again: ReportDocument): Difference[] {
  const now = new Map(toldIn(again).map(({ id, said }) => [id, said]))
  return toldIn(published).flatMap(({ id, said }): Difference[] => {
    const recalculated = now.get(id) ?? 'staat er niet'
    return said === recalculated
      ? []
      : [{ what: 'document', name: id, published: said, recalculated }]
  })
}

function toldIn(value: unknown): { readonly id: string; readonly said: string }[] {
  if (typeof value !== 'object' || value === null) return []
  if ('kind' in value && value.kind === 'kept') {
    const { id, text } = value as KeptValue
    return [{ id, said: text }]
  }
  if ('kind' in value && value.kind === 'parts') {
    const { id, rows, notes } = value as PartsTable
    return [{ id, said: [...rows.map((cells) => cells.join(' | ')), ...notes].join('\n') }]
  }
  return Object.values(value).flatMap(toldIn)
}

function figuresIn(value: unknown): FigureValue[] {
  if (typeof value !== 'object' || value === null) return []
  if ('kind' in value && value.kind === 'figure') return [value as FigureValue]
  return Object.values(value).flatMap(figuresIn)
}
