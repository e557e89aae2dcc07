import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import type { BarsSpec, LineSpec } from './chart-spec.ts'
import { drawChart } from './draw-chart.ts'

const { document } = parseHTML('<html><body></body></html>')
const draw = (spec: LineSpec | BarsSpec, width = 560) =>
  drawChart(spec, { document: document as unknown as Document, id: 'proef', width })
const texts = (spec: LineSpec | BarsSpec) =>
  [...draw(spec).svg.querySelectorAll('text')].map((text) => text.textContent)

const words = { title: 'Plan op tijd', unit: 'van de maatregelen', format: 'share' } as const
const line: LineSpec = {
  ...words,
  kind: 'line',
  dimension: 'Maand',
  series: [
    {
      label: 'alle',
      points: ['2022-11', '2022-12', '2023-01', '2023-02'].map((period, place) => ({
        period,
        value: 0.5 + place / 10,
      })),
    },
  ],
  targets: [
    { label: 'doel 80%', value: 0.8, from: '2022-12' },
    { label: 'doel 100%', value: 1, from: '2023-02' },
  ],
}
const bars: BarsSpec = {
  ...words,
  kind: 'bars',
  dimension: 'Instelling',
  rows: [{ label: 'Noord', value: 0.6 }],
  target: { label: 'doel 100%', value: 1 },
}

const strokes = (spec: LineSpec | BarsSpec) =>
  draw(spec).svg.querySelectorAll('[stroke="#8a1c4a"] line, line[stroke="#8a1c4a"]').length

test('a target is drawn for the periods for which it counts, and named', () => {
  expect(strokes(line)).toBe(2)
  expect(texts(line)).toContain('doel 100%')
  const before = { ...line, targets: [{ label: 'doel 90%', value: 0.9, from: '2024-01' }] }
  expect(strokes(before)).toBe(0)
})

test('a target stands across bars', () => {
  expect(strokes(bars)).toBe(1)
  expect(texts(bars)).toContain('doel 100%')
})

test('a target is told to who does not see it; without one nothing is', () => {
  expect(draw(line).description).toMatch(
    /Het doel is 80% vanaf december 2022\. Het doel is 100% vanaf februari 2023\.$/,
  )
  expect(draw(bars).description).toMatch(/Het doel is 100%\.$/)
  const { target: _, ...plain } = bars
  expect(draw(plain).description).not.toContain('doel')
  expect(strokes(plain)).toBe(0)
})
