import type { ChartSpec } from '@tijdig/charts'
import type { FigureValue, ReportDocument, TableContent } from '../document/document.ts'

/** One document with a text of the supplier in every place where a text can stand. */
export function documentOfTexts(text: () => string): ReportDocument {
  const figure = (id: string): FigureValue => ({
    kind: 'figure',
    id,
    text: text(),
    shown: { kind: 'exact', value: 3 },
    source: { indicator: text(), definition: 1, part: 'value', cells: [{ [text()]: text() }] },
  })
  const content = (id: string): TableContent => ({
    head: [text(), text()],
    rows: [
      { header: text(), cells: [figure(`${id}-a`)], total: false },
      { header: text(), cells: [figure(`${id}-b`)], total: true },
    ],
  })
  const words = () => ({ kind: 'text', text: text() }) as const
  const specs = ['bars', 'stacked', 'line', 'waterfall', 'map'] as const
  const charts = specs.map((kind, index) => ({
    kind: 'chart' as const,
    id: `figuur-${index + 1}`,
    number: `Figuur ${index + 1}`,
    spec: specOfTexts(kind, text),
    description: text(),
    table: content(`figuur-${index + 1}`),
    notes: [text()],
  }))
  return {
    format: 'tijdig-document/1',
    metadata: {
      template: text(),
      title: text(),
      description: text(),
      language: 'nl',
      author: text(),
      route: text(),
      period: text(),
      protection: 'exact',
      question: { cutOff: '2023-03-31', knownAt: '2023-04-14T21:59:59Z' },
      comparedWith: null,
      definitions: [
        {
          indicator: text(),
          label: text(),
          version: 2,
          inForceFrom: '2023-01-01',
          pinned: true,
          words: text(),
          hash: text(),
        },
      ],
      publication: {
        number: 1,
        publishedAt: '2023-04-14T12:30:00Z',
        position: 9,
        logHash: text(),
      },
    },
    blocks: [
      { kind: 'heading', level: 2, id: 'kop', inlines: [words()] },
      {
        kind: 'paragraph',
        inlines: [
          words(),
          { kind: 'strong', inlines: [words()] },
          { kind: 'em', inlines: [words(), { kind: 'break' }] },
          { kind: 'link', href: '#kop', inlines: [words()] },
          { kind: 'link', href: 'https://voorbeeld.nl/?a="b"', inlines: [words()] },
          figure('cijfer-los'),
          { kind: 'footnote', number: 1 },
        ],
      },
      { kind: 'list', ordered: true, items: [[{ kind: 'paragraph', inlines: [words()] }]] },
      {
        kind: 'table',
        id: 'tabel-1',
        number: 'Tabel 1',
        caption: text(),
        content: content('tabel-1'),
        notes: [text()],
      },
      ...charts,
    ],
    footnotes: [{ number: 1, inlines: [words()] }],
  }
}

function specOfTexts(kind: ChartSpec['kind'], text: () => string): ChartSpec {
  const words = { title: text(), unit: text(), format: 'count' as const, dimension: text() }
  const value = (of: number) => ({ label: `${of}${text()}`, value: of, text: text() })
  switch (kind) {
    case 'bars':
      return { ...words, kind, rows: [1, 2, 3].map((of) => ({ ...value(of), group: text() })) }
    case 'line': {
      const points = () => [1, 2, 3].map((of) => ({ ...value(of), period: `${of}` }))
      return { ...words, kind, series: [1, 2, 3].map(() => ({ label: text(), points: points() })) }
    }
    case 'stacked': {
      const rows = [1, 2, 3].map((of) => ({ label: text(), values: [value(of), value(2 * of)] }))
      return { ...words, kind, parts: [text(), text()], rows }
    }
    case 'map': {
      const regions = ['Zeeland', 'JZ01', text()]
      return { ...words, kind, rows: regions.map((region, at) => ({ ...value(at + 1), region })) }
    }
    case 'waterfall':
      return {
        ...words,
        kind,
        from: value(1),
        to: value(3),
        steps: [{ ...value(2), part: 'happened' }],
      }
  }
}
