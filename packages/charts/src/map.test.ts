import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { MapSpec } from './chart-spec.ts'
import { drawChart } from './draw-chart.ts'
import { classColours } from './drawing/palette.ts'
import { COLUMNS, findTile, ROWS, TILES } from './drawing/tiles.ts'
import { classOf, valueClasses } from './drawing/value-classes.ts'

const { document } = parseHTML('<html><body></body></html>')
const draw = (spec: MapSpec, width = 640) =>
  drawChart(spec, { document: document as unknown as Document, id: 'kaart', width })
const texts = (spec: MapSpec, width?: number) =>
  [...draw(spec, width).svg.querySelectorAll('text')].map((text) => text.textContent)

const measures = (...rows: readonly [string, number | null, string?][]): MapSpec => ({
  kind: 'map',
  title: 'Maatregelen naar jeugdregio',
  unit: 'maatregelen',
  format: 'count',
  dimension: 'Jeugdregio',
  rows: rows.map(([region, value, text]) => ({
    region,
    label: region,
    value,
    ...(text !== undefined && { text }),
  })),
})

describe('the tiles', () => {
  it('are the 42 youth regions, each in a place of its own', () => {
    expect(TILES).toHaveLength(42)
    expect(new Set(TILES.map(({ code }) => code)).size).toBe(42)
    expect(new Set(TILES.map(({ short }) => short)).size).toBe(42)
    expect(new Set(TILES.map(({ column, row }) => `${column} ${row}`)).size).toBe(42)
    for (const { column, row } of TILES) {
      expect(column).toBeLessThan(COLUMNS)
      expect(row).toBeLessThan(ROWS)
    }
  })

  it.each([
    ['JZ11', 'Zuid-Kennemerland'],
    ['Zuid Kennemerland', 'Zuid-Kennemerland'],
    ['West-Brabant-West', 'West-Brabant-West'],
    ['Friesland (Fryslân)', 'Friesland'],
    ['Midden IJssel / Oost Veluwe', 'Midden-IJssel/Oost-Veluwe'],
    ['Food Valley', 'Foodvalley'],
    ['Midden-Brabant (Hart van Brabant)', 'Hart van Brabant'],
    ['unknown', undefined],
    ['', undefined],
  ])('%j is %j', (region, name) => expect(findTile(region)?.name).toBe(name))

  it('lie about where they do: north above south, west left of east', () => {
    const at = (region: string) => findTile(region) ?? { column: -1, row: -1 }
    expect(at('Groningen').row).toBeLessThan(at('Drenthe').row)
    expect(at('Drenthe').row).toBeLessThan(at('Zuid-Limburg').row)
    expect(at('Zeeland').column).toBeLessThan(at('Twente').column)
    expect(at('Haaglanden').row).toBeLessThan(at('Rijnmond').row)
  })
})

describe('a map', () => {
  it('writes each number in its tile, and lists below what has none', () => {
    const told = texts(measures(['Zeeland', 12], ['Twente', 1234], ['Buitenland', 3]))
    expect(told).toEqual(expect.arrayContaining(['12', '1.234', 'Niet op de kaart: Buitenland 3.']))
    expect(told.filter((text) => text === 'Zeeland')).toHaveLength(1)
  })

  it('shows no more than may be shown', () => {
    const told = texts(
      measures(['Zeeland', null, 'te weinig om te tonen'], ['Twente', 0, 'minder dan 3']),
    )
    expect(told).toEqual(expect.arrayContaining(['–', '<3', 'geen getal', 'niets geteld']))
  })

  it('says for who does not see it what there is to see', () => {
    const { description, table } = draw(measures(['Zeeland', 12], ['Twente', 4], ['Mars', 1]))
    expect(description).toBe(
      'Kaart van maatregelen naar jeugdregio: 2 van de 42 jeugdregio’s hebben een waarde. Het grootst is Zeeland (12), het kleinst Twente (4). Niet op de kaart: Mars (1).',
    )
    expect(table.rows).toEqual([
      ['Zeeland', '12'],
      ['Twente', '4'],
      ['Mars', '1'],
    ])
  })

  it('has letters for names on a phone, and stays within it', () => {
    const { svg } = draw(measures(['Zeeland', 12]), 340)
    expect([...svg.querySelectorAll('text')].map((text) => text.textContent)).toContain('ZEE')
    for (const rect of svg.querySelectorAll('rect')) {
      const end = Number(rect.getAttribute('x') ?? 0) + Number(rect.getAttribute('width'))
      expect(end).toBeLessThanOrEqual(340)
    }
  })

  it('tells its classes apart by pattern too', () => {
    const { svg } = draw(measures(['Zeeland', 1], ['Twente', 20], ['Drenthe', 300]))
    const fills = [...svg.querySelectorAll('g > rect')].map((rect) => rect.getAttribute('fill'))
    expect(new Set(fills.filter((fill) => fill?.startsWith('url('))).size).toBe(3)
    expect(svg.querySelectorAll('pattern')).toHaveLength(3)
  })
})

describe('classes', () => {
  it.each([
    [[], []],
    [[5, 5, 5], [[5, 5]]],
    [
      [1, 2, 3, 4],
      [
        [1, 1],
        [2, 2],
        [3, 3],
        [4, 4],
      ],
    ],
    [
      [1, 1, 1, 1, 2, 300],
      [
        [1, 1],
        [2, 2],
        [300, 300],
      ],
    ],
  ])('of %j are %j', (values, expected) => {
    expect(valueClasses(values, 4).map(({ from, to }) => [from, to])).toEqual(expected)
    const classes = valueClasses(values, 4)
    for (const value of values) expect(classOf(value, classes)).toBeGreaterThanOrEqual(0)
  })

  it('have numbers that can be read on them', () => {
    for (const { fill, ink } of classColours) expect(contrast(fill, ink)).toBeGreaterThan(4.5)
  })
})

function contrast(a: string, b: string): number {
  const light = (colour: string) => {
    const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    const [red = 0, green = 0, blue = 0] = parts.map((part) =>
      part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [lighter = 0, darker = 0] = [light(a), light(b)].sort((x, y) => y - x)
  return (lighter + 0.05) / (darker + 0.05)
}
