import { createHash } from 'node:crypto'
import { formatMoment } from '@tijdig/core'
import type { FigureValue, ReportDocument } from '@tijdig/reports'
import { type ReportFigures, writeReport } from './compose-report.ts'
import type { FrozenPublication } from './frozen-publication.ts'
import type { House } from './house.ts'
import { reporting } from './reporting.ts'
import { describe } from './template-shelf.ts'
import type { Difference } from './verification.ts'

/**
 * What of the published page does not come out again: its bytes, rendered from the frozen document,
 * and each number in it, written from the figures as they are now calculated. Words are not held to
 * today's labels: a label that was improved since does not make an old report untrue.
 */
export async function documentDifferences(
  house: House,
  frozen: FrozenPublication,
  calculated: ReportFigures,
): Promise<Difference[]> {
  const { publication, document } = frozen
  const { parseTemplate, renderHtml } = await reporting()
  const report = document.report as unknown as ReportDocument
  const differs = (published: string, recalculated: string): Difference[] => [
    { what: 'document', name: publication.template, published, recalculated },
  ]
  const page = renderHtml(report)
  const differences =
    page === publication.html ? [] : differs(hashOf(publication.html), hashOf(page))
  const template = parseTemplate(document.template)
  if (!template.ok) {
    return [...differences, ...differs('sjabloon', describe(template.error))]
  }
  const { number, publishedAt, position, logHash } = publication
  const stamp = { number, publishedAt: formatMoment(publishedAt), position, logHash }
  const again = await writeReport(house, template.value, calculated, stamp)
  if (!again.ok) return [...differences, ...differs('rapport', again.error.reason)]
  return [...differences, ...numberDifferences(report, again.value)]
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

function figuresIn(value: unknown): FigureValue[] {
  if (typeof value !== 'object' || value === null) return []
  if ('kind' in value && value.kind === 'figure') return [value as FigureValue]
  return Object.values(value).flatMap(figuresIn)
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
