import { catalogue } from '@tijdig/catalogue'
import { type Figure, protect } from '@tijdig/figures'
import { describe, expect, it } from 'vitest'
import { figuresAsCsv } from './figures-csv.ts'
import { figuresAsJson } from './figures-json.ts'
import { orderFigures } from './order-figures.ts'

const { indicators } = catalogue

const children: Figure = { indicator: 'ot.children', definition: 1, by: {}, value: 693 }
const running: Figure = {
  indicator: 'ot.status',
  definition: 2,
  by: { status: 'running' },
  value: 203,
}
const completed: Figure = { ...running, by: { status: 'completed' }, value: 70 }
const contacted: Figure = {
  indicator: 'ot.contacted-within-2-days',
  definition: 1,
  by: {},
  numerator: 308,
  denominator: 376,
  value: 308 / 376,
}
const nothing: Figure = { ...contacted, numerator: 0, denominator: 0, value: null }

describe('figures as JSON', () => {
  it('names a definition only where there are more, and gives shares six decimals', () => {
    expect(figuresAsJson(indicators, protect([children, running, contacted], 'exact'))).toBe(
      `[
{"indicator":"ot.children","by":{},"value":693},
{"indicator":"ot.status","definition":2,"by":{"status":"running"},"value":203},
{"indicator":"ot.contacted-within-2-days","by":{},"numerator":308,"denominator":376,"value":0.819149}
]
`,
    )
  })

  it('is an array without figures too, and says null where nothing can be divided', () => {
    expect(JSON.parse(figuresAsJson(indicators, []))).toEqual([])
    expect(JSON.parse(figuresAsJson(indicators, protect([nothing], 'exact')))[0]).toMatchObject({
      value: null,
    })
  })
})

describe('protected figures', () => {
  it('say in JSON how, and in CSV in words', () => {
    const rows = protect([{ ...children, by: { a: '1', b: '2' }, value: 7 }], 'rounded-5-hidden-10')
    expect(JSON.parse(figuresAsJson(indicators, rows))).toEqual([
      {
        indicator: 'ot.children',
        by: { a: '1', b: '2' },
        value: null,
        shown: { kind: 'suppressed', reason: 'below-threshold' },
      },
    ])
    expect(figuresAsCsv(indicators, rows)).toContain(',,,,te weinig om te tonen')
  })
})

describe('figures as CSV', () => {
  it('has a column for each dimension that occurs', () => {
    const rows = protect([children, running, contacted, nothing], 'exact')
    expect(figuresAsCsv(indicators, rows).split('\r\n')).toEqual([
      'indicator,label,definition,status,value,numerator,denominator,note',
      'ot.children,Kinderen in de gezinnen,1,,693,,,',
      'ot.status,Stand van de trajecten,2,running,203,,,',
      'ot.contacted-within-2-days,Contact binnen twee dagen,1,,0.819149,308,376,',
      'ot.contacted-within-2-days,Contact binnen twee dagen,1,,,0,0,niet te berekenen',
      '',
    ])
  })

  it('shows no more of a rounded figure than may be shown', () => {
    const [, row] = figuresAsCsv(indicators, protect([contacted], 'rounded-5')).split('\r\n')
    expect(row).toBe(
      'ot.contacted-within-2-days,Contact binnen twee dagen,1,0.826667,,,afgerond op 5',
    )
  })

  it.each([
    ['=1+1', `'=1+1`],
    ['a,b', '"a,b"'],
    ['say "no"', '"say ""no"""'],
  ])('writes the code %s so that a spreadsheet reads it as text', (code, written) => {
    const figure: Figure = { indicator: 'x', definition: 1, by: { region: code }, value: 1 }
    const [, row] = figuresAsCsv(indicators, protect([figure], 'exact')).split('\r\n')
    expect(row).toBe(`x,,1,${written},1,,,`)
  })
})

describe('the order of figures', () => {
  it('follows the catalogue, then how the labels list the codes', () => {
    const shuffled = [contacted, completed, children, running]
    expect(orderFigures(indicators, shuffled)).toEqual([running, completed, contacted, children])
    expect(orderFigures(indicators, [...shuffled].reverse())).toEqual(
      orderFigures(indicators, shuffled),
    )
  })
})
