import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { ChartSpec } from './chart-spec.ts'
import { type Canvas, drawChart } from './draw-chart.ts'
import { ink, partColours, quiet, seriesColours } from './drawing/palette.ts'
import { writeSvg } from './drawing/svg.ts'
import { textWidth, wrapText } from './drawing/text-width.ts'
import { HOSTILE_TEXTS } from './testing/hostile-texts.ts'

const { document } = parseHTML('<!doctype html><html></html>')
const draw = (spec: ChartSpec, canvas: Partial<Canvas> = {}) => {
  const page = document as unknown as Document
  const drawn = drawChart(spec, { document: page, id: 'proef', width: 640, ...canvas })
  return { ...drawn, svg: writeSvg(drawn.svg) }
}

const words = {
  title: 'Proef',
  unit: 'kinderen',
  format: 'count' as const,
  dimension: 'Regio',
}

const bars: ChartSpec = {
  ...words,
  kind: 'bars',
  rows: [
    { label: 'Rijnmond', value: 1234, text: '1.234' },
    { label: 'Flevoland', value: 20, text: '20' },
    { label: 'Zeeland', value: null, text: 'te weinig om te tonen' },
  ],
}

const MONTHS = [
  { period: '2022-12', value: 5, text: '5' },
  { period: '2023-01', value: 0, text: '0' },
  { period: '2023-02', value: 9, text: '9' },
]

const line: ChartSpec = { ...words, kind: 'line', series: [{ label: 'alle', points: MONTHS }] }

const lines: ChartSpec = {
  ...words,
  kind: 'line',
  series: ['op tijd', 'te laat'].map((label, index) => ({
    label,
    points: MONTHS.map((at) => ({ ...at, value: at.value + index })),
  })),
}

const stacked: ChartSpec = {
  ...words,
  kind: 'stacked',
  parts: ['op tijd', 'te laat'],
  rows: ['Noord', 'Oost', 'Zuid'].map((label, row) => ({
    label,
    values: [0, 1].map((part) => ({
      value: (MONTHS[row]?.value ?? 0) + part,
      text: MONTHS[row]?.text ?? '',
    })),
  })),
}

const waterfall: ChartSpec = {
  ...words,
  kind: 'waterfall',
  from: { label: 'Eerst', value: 670, text: '670' },
  steps: [
    { part: 'late', label: 'Later bekend', value: 28, text: '+28' },
    { part: 'corrected', label: 'Verbeterd', value: -5, text: '−5' },
    { part: 'redefined', label: 'Anders gedefinieerd', value: 0, text: '0' },
  ],
  to: { label: 'Nu', value: 693, text: '693' },
}

const map: ChartSpec = {
  ...words,
  kind: 'map',
  rows: [
    { region: 'JZ38', label: 'Zeeland', value: 12, text: '12' },
    { region: 'Twente', label: 'Twente', value: 1400, text: '1.400' },
    { region: 'elders', label: 'Elders', value: null, text: 'afgeschermd' },
  ],
}

const EXAMPLES: readonly (readonly [name: string, ChartSpec])[] = [
  ['bars', bars],
  ['one line', line],
  ['lines', lines],
  ['stacked bars', stacked],
  ['a waterfall', waterfall],
  ['a map', map],
]

/** All that a drawing must say: the names of what it draws, and the values that have a length. */
function saidBy(spec: ChartSpec): string[] {
  switch (spec.kind) {
    case 'bars':
      return spec.rows.flatMap(({ label, text = '' }) => [label, text])
    case 'line':
      return spec.series.length > 1
        ? spec.series.map(({ label }) => label)
        : spec.series.flatMap(({ points }) => points.map(({ text = '' }) => text))
    case 'stacked':
      return [
        ...spec.parts,
        ...spec.rows.flatMap(({ label, values }) => [
          label,
          ...values.flatMap(({ value, text = '' }) => (value ? [text] : [])),
        ]),
      ]
    case 'map':
      return spec.rows.flatMap(({ label, text = '' }) => [label, text])
    case 'waterfall':
      return [spec.from, ...spec.steps.filter(({ value }) => value !== 0), spec.to].flatMap(
        ({ label, text = '' }) => [label, text],
      )
  }
}

/** The same chart with a text added to, or in place of, each of its own. */
function hostileTo(spec: ChartSpec, hostile: string): ChartSpec {
  return JSON.parse(JSON.stringify(spec), (key, value) => {
    if (key === 'label') return value + hostile
    return ['text', 'title', 'unit', 'dimension'].includes(key) ? hostile : value
  })
}

/** The words of a drawing, in the order in which they stand in it. */
function wordsOf(svg: string): string[] {
  const drawing = parseHTML(`<!doctype html><body>${svg}</body>`).document
  return [...drawing.querySelectorAll('text')].map((text) => text.textContent ?? '')
}

describe.each(EXAMPLES)('a drawing of %s', (_name, spec) => {
  const drawn = draw(spec)

  it('says each name and each value', () => {
    const said = wordsOf(drawn.svg).join(' ')
    for (const text of saidBy(spec)) expect(said).toContain(text)
  })

  it('draws no number that is none, and nothing but attributes that a PDF knows', () => {
    expect(drawn.svg).not.toMatch(
      /NaN|undefined|Infinity|style=|<style|<script|class=|aria-hidden|aria-label=|currentColor/,
    )
    expect(drawn.svg).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" aria-labelledby="proef-titel proef-uitleg" /,
    )
  })

  it('is the same each time, also in a document that was used before', () => {
    expect(draw(spec).svg).toBe(drawn.svg)
  })

  it('fits a phone', () => {
    expect(draw(spec, { width: 340, fontSize: 13 }).svg).toMatch(/viewBox="0 0 340 \d+(\.\d+)?"/)
  })

  it('is set in the letter that it is given', () => {
    expect(draw(spec, { fontFamily: 'Letter van het rapport' }).svg).toContain(
      'font-family="Letter van het rapport"',
    )
    expect(drawn.svg.match(/font-family/g)).toHaveLength(1)
  })

  it('keeps apart from another drawing on the page', () => {
    const ids = (svg: string) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id)
    expect(ids(drawn.svg).length).toBeGreaterThan(1)
    for (const id of ids(draw(spec, { id: 'ander' }).svg)) expect(id).toMatch(/^ander-/)
    for (const [, id] of drawn.svg.matchAll(/url\(#([^)]+)\)/g))
      expect(ids(drawn.svg)).toContain(id)
  })

  it('holds hostile text as text', () => {
    for (const hostile of HOSTILE_TEXTS) {
      const { svg } = draw({ ...hostileTo(spec, hostile), description: hostile })
      expect(svg).not.toMatch(/<script|<img|<iframe|onerror="|onmouseover="|NaN/)
      expect(svg.split('<title ')).toHaveLength(2)
    }
  })
})

describe('the story of a chart', () => {
  it.each<[string, ChartSpec, string]>([
    [
      'bars',
      bars,
      'Staafdiagram van kinderen naar regio, 3 staven. Het grootst is Rijnmond (1.234), het kleinst Flevoland (20).',
    ],
    [
      'one line',
      line,
      'Lijndiagram van kinderen door de tijd. De lijn loopt van 5 (december 2022) naar 9 (februari 2023). Het hoogste punt is 9 (februari 2023), het laagste 0 (januari 2023).',
    ],
    [
      'stacked bars',
      stacked,
      'Gestapelde staven van kinderen naar regio, 3 staven. Elke staaf is verdeeld in: op tijd, te laat.',
    ],
    [
      'a waterfall',
      waterfall,
      'Van 670 kinderen (eerst) naar 693 (nu). Daartussen: later bekend +28, verbeterd −5.',
    ],
    ['nothing', { ...bars, rows: [] }, 'Er zijn geen gegevens om te tekenen.'],
    [
      'nothing that may be shown',
      { ...bars, rows: bars.rows.slice(2) },
      'Staafdiagram van kinderen naar regio, 1 staaf. Zeeland (te weinig om te tonen).',
    ],
    ['words of its own', { ...bars, description: 'Kijk maar.' }, 'Kijk maar.'],
  ])('%s', (_name, spec, told) => expect(draw(spec).description).toBe(told))

  it('is told by its table too', () => {
    expect(draw(stacked).table).toEqual({
      head: ['Regio', 'op tijd', 'te laat'],
      rows: [
        ['Noord', '5', '5'],
        ['Oost', '0', '0'],
        ['Zuid', '9', '9'],
      ],
    })
    expect(draw(bars).table).toEqual({
      head: ['Regio', 'kinderen'],
      rows: [
        ['Rijnmond', '1.234'],
        ['Flevoland', '20'],
        ['Zeeland', 'te weinig om te tonen'],
      ],
    })
    expect(draw(waterfall).table.rows).toEqual([
      ['Eerst', '670'],
      ['Later bekend', '+28'],
      ['Verbeterd', '−5'],
      ['Anders gedefinieerd', '0'],
      ['Nu', '693'],
    ])
  })

  it('says where a scale does not begin at zero', () => {
    const note = 'De balken zijn links afgekapt: de schaal begint bij 640, niet bij 0.'
    expect(wordsOf(draw(waterfall).svg)).toContain(note)
    const large: ChartSpec = { ...waterfall, from: { label: 'Eerst', value: 5, text: '5' } }
    expect(draw(large).svg).not.toContain('De balken')
  })

  it('draws no step of nothing', () => {
    expect(wordsOf(draw(waterfall).svg)).not.toContain('Anders gedefinieerd')
  })

  it('says that there is nothing to draw', () => {
    expect(wordsOf(draw({ ...bars, rows: [] }).svg)).toEqual(['Geen gegevens'])
  })

  it('writes the numbers of an axis as the page does', () => {
    const share: ChartSpec = { ...lines, format: 'share' }
    expect(wordsOf(draw(share, { write: (value) => `${value} deel` }).svg)).toContain('0 deel')
  })
})

describe('colours', () => {
  it.each([ink, quiet, ...Object.values(partColours), ...seriesColours])(
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
