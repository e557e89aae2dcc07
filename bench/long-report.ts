import type { Block, FigureValue, ReportDocument, Table } from '@tijdig/reports'

const CHARTS = 20
const WORDS =
  'Het ondersteuningsteam helpt gezinnen die te maken kregen met een uithuisplaatsing. Elk gezin heeft een vaste begeleider, die samen met het gezin bekijkt wat er nodig is en wie daarbij kan helpen. De cijfers laten zien hoe het ging.'

/** A report of 40 pages with 20 charts, 20 tables and a footnote in each part; made up. */
export function longReport(edited = ''): ReportDocument {
  const blocks: Block[] = []
  for (let part = 1; part <= CHARTS; part++) {
    const months = Array.from({ length: 12 }, (_, month) => {
      const count = 40 + ((part * 37 + month * 53) % 160)
      return { header: `2022-${String(month + 1).padStart(2, '0')}`, count }
    })
    const content = (id: string): Table['content'] => ({
      head: ['Maand', 'Aantal gezinnen', 'Aantal kinderen'],
      rows: months.map(({ header, count }, row) => ({
        header,
        cells: [figure(`${id}-${row}-a`, count), figure(`${id}-${row}-b`, count * 2)],
        total: false,
      })),
    })
    const paragraphs = Array.from({ length: 7 }, (_, index) =>
      paragraph(`${WORDS} ${WORDS} ${part}.${index}${part === 10 ? edited : ''}`),
    )
    const bars = part % 2 === 0
    const description = `In deel ${part} staan twaalf maanden.`
    const words = {
      title: `Gezinnen in deel ${part}`,
      unit: 'gezinnen',
      format: 'count',
      dimension: 'Maand',
    } as const
    blocks.push(
      { kind: 'heading', level: 2, id: `deel-${part}`, inlines: [text(`Deel ${part}`)] },
      { kind: 'paragraph', inlines: [text(WORDS), { kind: 'footnote', number: part }] },
      ...paragraphs,
      {
        kind: 'chart',
        id: `figuur-${part}`,
        number: `Figuur ${part}`,
        spec: bars
          ? {
              ...words,
              kind: 'bars',
              rows: months.map(({ header, count }) => ({ label: header, value: count })),
            }
          : {
              ...words,
              kind: 'line',
              series: [
                {
                  label: 'gezinnen',
                  points: months.map(({ header, count }) => ({ period: header, value: count })),
                },
              ],
            },
        description,
        table: content(`figuur-${part}`),
        notes: [],
      },
      {
        kind: 'table',
        id: `tabel-${part}`,
        number: `Tabel ${part}`,
        caption: `Gezinnen en kinderen in deel ${part}`,
        content: content(`tabel-${part}`),
        notes: ['Aantallen zoals geteld.'],
      },
    )
  }
  return {
    format: 'tijdig-document/1',
    metadata: {
      template: 'bench/long',
      title: 'Een lang rapport',
      description: 'Om te meten hoe lang het duurt.',
      language: 'nl',
      author: 'Tijdig',
      route: 'ot',
      period: '2022',
      protection: 'exact',
      question: { cutOff: '2022-12-31', knownAt: '2023-01-31T22:59:59.999999Z' },
      comparedWith: null,
      definitions: [],
      publication: null,
    },
    blocks,
    footnotes: Array.from({ length: CHARTS }, (_, index) => ({
      number: index + 1,
      inlines: [text(`Een toelichting bij deel ${index + 1}.`)],
    })),
  }
}

function text(words: string) {
  return { kind: 'text', text: words } as const
}

function paragraph(words: string): Block {
  return { kind: 'paragraph', inlines: [text(words)] }
}

function figure(id: string, value: number): FigureValue {
  return {
    kind: 'figure',
    id: `cijfer-${id}`,
    text: String(value),
    shown: { kind: 'exact', value },
    source: { indicator: 'ot.families', definition: 1, part: 'value', cells: [{}] },
  }
}
