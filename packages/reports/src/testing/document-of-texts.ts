import type { FigureValue, ReportDocument, TableContent } from '../document/document.ts'

/** Text that tries to be something else: markup, code, an end of what holds it. */
export const HOSTILE_TEXTS: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></style></svg><iframe>',
  '&lt;b&gt; &amp; &#60;',
  ']]> --> <!-- ',
  '") #panic("x") #("',
  '#{ panic("x") } $x$ *b* _i_ `r` @r <l> // c /* c',
  '\\u{41} \\" \\\\ \\n',
  '{% figure /%} {{x}} %s',
  'regel\nnieuw\r\n\tin\u0000spring\u0007',
  'İstanbul Łódź Ñandú één “aanhaling” ’s € − …',
  '漢字 עברית العربية 😀 👩‍👧 \u200b\u202e\ufeff',
  'e\u0301 half \ud800 paar \udc00 eind \uffff',
  'x'.repeat(400),
  ' ',
  '__proto__',
]

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
  const charts = (['bar', 'stacked-bar', 'line', 'waterfall'] as const).map((kind, index) => ({
    kind: 'chart' as const,
    id: `figuur-${index + 1}`,
    number: `Figuur ${index + 1}`,
    spec: {
      id: `figuur-${index + 1}`,
      kind,
      title: text(),
      unit: text(),
      format: 'count' as const,
      categoryLabel: text(),
    },
    data: [1, 2, 3].map((value) => ({
      category: `${value}${text()}`,
      ...(kind === 'stacked-bar' || kind === 'line' ? { series: text() } : {}),
      value,
      text: text(),
      role: value === 2 ? ('change' as const) : ('total' as const),
    })),
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
