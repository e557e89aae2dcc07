import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import type { ChartSpec, LineSpec } from './chart-spec.ts'
import { drawChart } from './draw-chart.ts'
import { waterfallRows } from './drawing/draw-waterfall.ts'

const { document } = parseHTML('<html><body></body></html>')
const draw = (spec: ChartSpec, width = 560) =>
  drawChart(spec, { document: document as unknown as Document, id: 'proef', width })
const texts = (spec: ChartSpec, width?: number) =>
  [...draw(spec, width).svg.querySelectorAll('text')].map((text) => text.textContent)

const placed: ChartSpec = {
  kind: 'bars',
  title: 'Kinderen naar plaats van verblijf',
  unit: 'kinderen',
  format: 'count',
  dimension: 'Plaats van verblijf',
  rows: [
    { label: 'Pleeggezin', value: 94, previous: 91 },
    { label: 'Netwerk', value: 1062, previous: 1062 },
    { label: 'Gesloten', value: null, text: 'afgeschermd' },
  ],
}

const months: LineSpec = {
  kind: 'line',
  title: 'Aanmeldingen naar maand',
  unit: 'aanmeldingen',
  format: 'count',
  dimension: 'Maand',
  series: [
    {
      label: 'alle',
      points: [
        { period: '2022-12', value: 20 },
        { period: '2023-01', value: 30 },
        { period: '2023-02', value: 24 },
      ],
    },
  ],
}

const children: ChartSpec = {
  kind: 'waterfall',
  title: 'Kinderen: van 693 naar 670',
  unit: 'kinderen',
  format: 'count',
  from: { label: 'Vorige stand', value: 693 },
  to: { label: 'Deze stand', value: 670 },
  steps: [{ part: 'late', label: 'Toen nog niet bekend', value: -23 }],
}

describe('bars', () => {
  test('each bar says its label and its number, and what it was where that differs', () => {
    expect(texts(placed)).toEqual([
      '94 (was 91)',
      '1.062',
      'afgeschermd',
      'Pleeggezin',
      'Netwerk',
      'Gesloten',
    ])
  })

  test('a value that is not shown has no bar', () => {
    expect(draw(placed).svg.querySelectorAll('rect')).toHaveLength(2)
  })

  test('the table has the same numbers, before and now', () => {
    expect(draw(placed).table).toEqual({
      head: ['Plaats van verblijf', 'was', 'nu'],
      rows: [
        ['Pleeggezin', '91', '94'],
        ['Netwerk', '1.062', '1.062'],
        ['Gesloten', 'geen', 'afgeschermd'],
      ],
    })
  })

  test('the description names the largest and the smallest', () => {
    expect(draw(placed).description).toBe(
      'Staafdiagram van kinderen naar plaats van verblijf, 3 staven. Het grootst is Netwerk (1.062), het kleinst Pleeggezin (94).',
    )
  })
})

describe('lines', () => {
  test('the last period keeps its name where there is little room', () => {
    expect(texts(months, 100)).toContain('feb2023')
    expect(texts(months)).toEqual(expect.arrayContaining(['dec2022', 'feb', '20', '30', '24']))
  })

  const close: LineSpec = {
    ...months,
    series: ['Noord', 'Oost', 'Zuid', 'West'].map((label, index) => ({
      label,
      points: [
        { period: '2023-01', value: 10 * index },
        { period: '2023-02', value: 20 + index / 10 },
      ],
    })),
  }
  /** Where the names of lines stand: from the left and from the top. */
  const places = (width: number) =>
    [...draw(close, width).svg.querySelectorAll('text')]
      .filter((text) => close.series.some((one) => one.label === text.textContent))
      .map((text) => [Number(text.getAttribute('x')), Number(text.getAttribute('y'))] as const)

  test('have their names at their ends, none over another', () => {
    const found = places(640)
    expect(found).toHaveLength(4)
    for (const [left] of found) expect(left).toBeGreaterThan(500)
    const heights = found.map(([, height]) => height).sort((a, b) => a - b)
    for (const [index, height] of heights.slice(1).entries())
      expect(height - (heights[index] ?? 0)).toBeGreaterThanOrEqual(19)
  })

  test('have a key above them on a phone', () => {
    const found = places(340)
    expect(found).toHaveLength(4)
    for (const [, height] of found) expect(height).toBeLessThan(60)
  })

  test('keep the order of what is no period, and its name', () => {
    const { table } = draw({
      ...months,
      series: [
        {
          label: 'alle',
          points: [
            { period: '2023-01', value: 1 },
            { period: 'unknown', name: 'Onbekend', value: 2 },
            { period: '2022-12', value: 3 },
          ],
        },
      ],
    })
    expect(table.rows.map(([place]) => place)).toEqual([
      'januari 2023',
      'Onbekend',
      'december 2022',
    ])
  })

  test('table and description tell the same', () => {
    const { table, description } = draw(months)
    expect(table.rows).toEqual([
      ['december 2022', '20'],
      ['januari 2023', '30'],
      ['februari 2023', '24'],
    ])
    expect(description).toBe(
      'Lijndiagram van aanmeldingen door de tijd. De lijn loopt van 20 (december 2022) naar 24 (februari 2023). Het hoogste punt is 30 (januari 2023), het laagste 20 (december 2022).',
    )
  })
})

describe('stacked bars', () => {
  const outcomes: ChartSpec = {
    kind: 'stacked',
    title: 'Uitkomsten',
    unit: 'maatregelen',
    format: 'count',
    dimension: 'Instelling',
    parts: ['op tijd', 'te laat'],
    rows: [
      { label: 'Noord', values: [{ value: 120 }, { value: 30 }] },
      { label: 'Zuid', values: [{ value: 40 }, { value: null }] },
    ],
  }

  test('each part of each bar is drawn, with the total at its end and names above', () => {
    const said = texts(outcomes)
    expect(said).toEqual(expect.arrayContaining(['120', '30', '150', '40', 'op tijd', 'te laat']))
  })

  test('where a part may not be shown, neither is the total: it would tell the part', () => {
    expect(texts(outcomes).filter((said) => said === '40')).toHaveLength(1)
  })

  test('parts differ by pattern too, in the bars and in the key', () => {
    const { svg } = draw(outcomes)
    expect(svg.querySelectorAll('pattern')).toHaveLength(1)
    expect(svg.querySelectorAll('[fill="url(#proef-patroon-1)"]')).toHaveLength(2)
  })

  test('the table holds every part', () => {
    expect(draw(outcomes).table.rows).toEqual([
      ['Noord', '120', '30'],
      ['Zuid', '40', 'geen'],
    ])
  })
})

describe('a waterfall', () => {
  test('each step begins where the last one ended, and the last ends at the new value', () => {
    const rows = waterfallRows({
      ...children,
      to: { label: 'Deze stand', value: 675 },
      steps: [
        { part: 'late', label: 'later', value: -23 },
        { part: 'happened', label: 'gebeurd', value: 5 },
      ],
    })
    expect(rows.map(({ from, to }) => [from, to])).toEqual([
      [0, 693],
      [693, 670],
      [670, 675],
      [0, 675],
    ])
  })

  test('says that the bars are cut where the steps would be too small to see', () => {
    expect(texts(children)).toContain(
      'De balken zijn links afgekapt: de schaal begint bij 640, niet bij 0.',
    )
    const large: ChartSpec = {
      ...children,
      from: { label: 'Vorige stand', value: 30 },
      to: { label: 'Deze stand', value: 7 },
    }
    expect(texts(large).join()).not.toContain('afgekapt')
  })

  test('is told in words', () => {
    expect(draw(children).description).toBe(
      'Van 693 kinderen (vorige stand) naar 670 (deze stand). Daartussen: toen nog niet bekend −23.',
    )
  })
})

test('a drawing has a name and nothing that a strict page refuses', () => {
  for (const spec of [placed, months, children]) {
    const { svg, title, description } = draw(spec)
    expect(svg.getAttribute('role')).toBe('img')
    const named = svg.getAttribute('aria-labelledby')?.split(' ') ?? []
    expect(named.map((id) => svg.querySelector(`#${id}`)?.textContent)).toEqual([
      title,
      description,
    ])
    expect(svg.querySelectorAll('style, [style], script')).toHaveLength(0)
    // Printed, the outline of a letter would cover a part of the one before it.
    expect(svg.querySelectorAll('[paint-order]')).toHaveLength(0)
    expect(svg.querySelectorAll('g[aria-label]')).toHaveLength(0)
  }
})

test('the same spec gives the same drawing', () => {
  expect(draw(placed).svg.outerHTML).toBe(draw(placed).svg.outerHTML)
})
