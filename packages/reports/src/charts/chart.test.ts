import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { HOSTILE_TEXTS } from '../testing/document-of-texts.ts'
import { type ChartDatum, type ChartKind, type ChartSpec, chart } from './index.ts'
import { INK, LESS, MORE, QUIET, SERIES, TOTAL } from './palette.ts'
import { textWidth, wrapText } from './text-width.ts'

const document = parseHTML('<!doctype html><html></html>').document as unknown as Document

function specOf(kind: ChartKind): ChartSpec {
  return {
    id: 'proef',
    kind,
    title: 'Proef',
    unit: 'kinderen',
    format: 'count',
    categoryLabel: 'Regio',
  }
}

const BARS: readonly ChartDatum[] = [
  { category: 'Rijnmond', value: 1234, text: '1.234' },
  { category: 'Flevoland', value: 20, text: '20' },
  { category: 'Zeeland', value: null, text: 'te weinig om te tonen' },
]

const MONTHS: readonly ChartDatum[] = [
  { category: 'december 2022', code: '2022-12', value: 5, text: '5' },
  { category: 'januari 2023', code: '2023-01', value: 0, text: '0' },
  { category: 'februari 2023', code: '2023-02', value: 9, text: '9' },
]

const PARTS: readonly ChartDatum[] = ['op tijd', 'te laat'].flatMap((series, index) =>
  MONTHS.map((datum) => ({ ...datum, series, value: (datum.value ?? 0) + index })),
)

const STEPS: readonly ChartDatum[] = [
  { category: 'Eerst', value: 670, text: '670', role: 'total' },
  { category: 'Later bekend', value: 28, text: '+28', role: 'change' },
  { category: 'Verbeterd', value: -5, text: '−5', role: 'change' },
  { category: 'Nu', value: 693, text: '693', role: 'total' },
]

const EXAMPLES: readonly (readonly [ChartKind, readonly ChartDatum[]])[] = [
  ['bar', BARS],
  ['line', MONTHS],
  ['line', PARTS],
  ['stacked-bar', PARTS],
  ['waterfall', STEPS],
]

/** The words of a drawing, in the order in which they stand in it. */
function wordsOf(svg: string): string[] {
  const drawing = parseHTML(`<!doctype html><body>${svg}</body>`).document
  return [...drawing.querySelectorAll('text')].map((text) => text.textContent ?? '')
}

describe.each(EXAMPLES)('a chart of kind %s', (kind, data) => {
  const drawn = chart(specOf(kind), data, { document })

  it('writes each value and each category in the drawing', () => {
    const words = wordsOf(drawn.svg).join(' ')
    if (kind !== 'line' || data === MONTHS)
      for (const { text, value } of data) if (value !== 0) expect(words).toContain(text)
    if (kind !== 'line') for (const { category } of data) expect(words).toContain(category)
  })

  it('draws no number that is none, and nothing but attributes that a PDF knows', () => {
    expect(drawn.svg).not.toMatch(
      /NaN|undefined|Infinity|style=|<style|class=|aria-hidden|currentColor/,
    )
    expect(drawn.svg).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" aria-labelledby="proef-titel proef-uitleg" /,
    )
  })

  it('is the same each time, also in a document that was used before', () => {
    expect(chart(specOf(kind), data, { document }).svg).toBe(drawn.svg)
  })

  it('fits a phone', () => {
    const { svg } = chart(specOf(kind), data, { document, width: 340 })
    expect(svg).toMatch(/viewBox="0 0 340 \d+(\.\d+)?"/)
  })

  it('holds hostile text as text', () => {
    for (const hostile of HOSTILE_TEXTS) {
      const spec = { ...specOf(kind), title: hostile, description: hostile }
      const texts = data.map((datum) => ({
        ...datum,
        text: hostile,
        category: datum.category + hostile,
      }))
      const { svg } = chart(spec, texts, { document })
      expect(svg).not.toMatch(/<script|<img|<iframe|onerror="|onmouseover="/)
      expect(svg.split('<title ')).toHaveLength(2)
    }
  })
})

describe('the story of a chart', () => {
  it.each<[ChartKind, readonly ChartDatum[], string]>([
    [
      'bar',
      BARS,
      'Liggende staven, 3 in totaal. De hoogste is Rijnmond (1.234), de laagste Flevoland (20).',
    ],
    [
      'line',
      MONTHS,
      'De lijn loopt van 5 (december 2022) naar 9 (februari 2023). Het hoogste punt is 9 (februari 2023), het laagste 0 (januari 2023).',
    ],
    [
      'stacked-bar',
      PARTS,
      'Liggende staven, 3 in totaal. Elke staaf is verdeeld in: op tijd, te laat.',
    ],
    [
      'waterfall',
      STEPS,
      'Van 670 (eerst) naar 693 (nu). Daartussen: later bekend +28, verbeterd −5.',
    ],
    ['bar', [], 'Er zijn geen gegevens om te tekenen.'],
  ])('%s', (kind, data, words) =>
    expect(chart(specOf(kind), data, { document }).description).toBe(words),
  )

  it('is told by its table too', () => {
    expect(chart(specOf('stacked-bar'), PARTS, { document }).table).toEqual({
      head: ['Regio', 'op tijd', 'te laat'],
      rows: [
        ['december 2022', '5', '5'],
        ['januari 2023', '0', '0'],
        ['februari 2023', '9', '9'],
      ],
    })
    expect(chart(specOf('bar'), BARS, { document }).table).toEqual({
      head: ['Regio', 'Kinderen'],
      rows: [
        ['Rijnmond', '1.234'],
        ['Flevoland', '20'],
        ['Zeeland', 'te weinig om te tonen'],
      ],
    })
  })

  it('says where a scale does not begin at zero', () => {
    expect(wordsOf(chart(specOf('waterfall'), STEPS, { document }).svg)).toContain(
      'De schaal begint bij 640, niet bij 0.',
    )
    const large = [
      { category: 'A', value: 5, text: '5', role: 'total' as const },
      ...STEPS.slice(1),
    ]
    expect(chart(specOf('waterfall'), large, { document }).svg).not.toContain('De schaal')
  })
})

describe('colours', () => {
  it.each([INK, QUIET, TOTAL, MORE, LESS, ...SERIES])(
    '%s can hold white text, and stands on white',
    (colour) => expect(contrastWithWhite(colour)).toBeGreaterThanOrEqual(4.5),
  )
})

describe('the room for text', () => {
  it.each([
    ['kort', 200, ['kort']],
    ['een tamelijk lange naam van een regio', 120, undefined],
    ['Amsterdam-Amstelland', 90, ['Amsterdam-', 'Amstelland']],
    ['x'.repeat(60), 100, undefined],
    ['😀'.repeat(9), 10, undefined],
    ['', 100, ['']],
  ])('%s in %d pixels', (text, width, lines) => {
    const wrapped = wrapText(text, width, 14)
    if (lines) expect(wrapped).toEqual(lines)
    expect(wrapped.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    for (const line of wrapped)
      if ([...line].length > 1) expect(textWidth(line, 14)).toBeLessThanOrEqual(width)
  })
})

function contrastWithWhite(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}
