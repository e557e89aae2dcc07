import { describe, expect, it } from 'vitest'
import {
  exampleFigures,
  exampleInput,
  getDocument,
  normsInput,
  publishedInput,
  READINGS,
} from '../testing/example-input.ts'
import { outline } from '../testing/outline.ts'
import { buildDocument } from './build-document.ts'
import { cellKey } from './cell.ts'
import type { FigureValue, ReportDocument } from './document.ts'

const OT = 'ot/reports/progress.md'
const OZJ = 'ozj/reports/quarterly.md'

describe('the reports that were published over 31 March 2023', () => {
  it('the support team, known on 14 April, told against 6 April', async () => {
    const document = getDocument(publishedInput(OT))
    await expect(outline(document)).toMatchFileSnapshot('./published/ot-progress-2023-04-14.txt')
  })

  it('the programme office, known on 6 April under the first definition', async () => {
    const document = getDocument(exampleInput(OZJ, '2023-04-06'))
    await expect(outline(document)).toMatchFileSnapshot('./published/ozj-quarterly-2023-04-06.txt')
  })

  it('the norms of the institutions, which were made up', async () => {
    await expect(outline(getDocument(normsInput()))).toMatchFileSnapshot(
      './published/jbjr-progress-2023-04-10.txt',
    )
  })

  it('the programme office printed these figures', () => {
    const document = getDocument(exampleInput(OZJ, '2023-04-06'))
    const printed = new Map(figuresOf(document).map(({ id, text }) => [id, text]))
    const expected = {
      'cijfer-ot-registrations': '376',
      'cijfer-ot-status-status-running': '202',
      'cijfer-ot-status-status-completed': '60',
      'cijfer-ot-status-status-not-started': '73',
      'cijfer-ot-status-status-under-investigation': '31',
      'cijfer-ot-status-status-reopened': '10',
      'cijfer-ot-children': '670',
      'cijfer-ot-children-placed': '269',
      'cijfer-ot-children-returned': '12',
    }
    for (const [id, text] of Object.entries(expected)) expect(printed.get(id), id).toBe(text)
  })

  it('the support team shows every figure of its route', () => {
    const document = getDocument(exampleInput(OT, '2023-04-14'))
    const shown = new Map(
      figuresOf(document)
        .filter(({ source }) => source.cells.length === 1 && source.part === 'value')
        .map(({ source, shown }) => [source.indicator + cellKey(source.cells[0] ?? {}), shown]),
    )
    const figures = exampleFigures(READINGS['2023-04-14'].file).filter(
      ({ indicator, definition }) => indicator !== 'ot.status' || definition === 2,
    )
    expect(figures.length).toBeGreaterThan(110)
    for (const figure of figures) {
      const key = figure.indicator + cellKey(figure.by)
      expect(shown.get(key), key).toEqual({ kind: 'exact', value: figure.value })
    }
  })
})

describe('the document that is kept', () => {
  it('is the same to the byte, in whatever order the figures and their keys come', () => {
    const input = publishedInput(OT)
    const shuffled = {
      ...input,
      figures: [...input.figures].reverse().map((figure) => ({
        ...figure,
        by: Object.fromEntries(Object.entries(figure.by).reverse()),
        shown: { value: figure.value ?? 0, kind: 'exact' } as const,
      })),
      explanations: [...(input.explanations ?? [])].reverse(),
    }
    expect(JSON.stringify(getDocument(shuffled))).toBe(JSON.stringify(getDocument(input)))
  })

  it('survives being kept as JSON', () => {
    const document = getDocument(publishedInput(OT))
    expect(JSON.parse(JSON.stringify(document))).toEqual(document)
  })

  it('names each definition once, with its hash', () => {
    const { definitions } = getDocument(exampleInput(OZJ, '2023-04-06')).metadata
    expect(
      definitions.map(({ indicator, version, pinned }) => [indicator, version, pinned]),
    ).toEqual([
      ['ot.registrations', 1, false],
      ['ot.status', 1, true],
      ['ot.children', 1, false],
      ['ot.children-placed', 1, false],
      ['ot.children-returned', 1, false],
    ])
    for (const { hash } of definitions) expect(hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('gives each anchor to one place', () => {
    const ids = figuresOf(getDocument(publishedInput(OT))).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('cannot be made where the labels of an indicator are not there', () => {
    const input = exampleInput(OT, '2023-04-14')
    const built = buildDocument({
      ...input,
      labels: input.labels.filter(({ code }) => code !== 'ot.children'),
    })
    expect(built.ok ? [] : built.error.map(({ code }) => code)).toContain('unknown-indicator')
  })
})

/** All figures of a document, wherever they stand. */
function figuresOf(value: ReportDocument | unknown): FigureValue[] {
  if (Array.isArray(value)) return value.flatMap(figuresOf)
  if (typeof value !== 'object' || value === null) return []
  if ('kind' in value && value.kind === 'figure') return [value as FigureValue]
  return Object.values(value).flatMap(figuresOf)
}
