import { describe, expect, it } from 'vitest'
import { readAmount } from './read-amount.ts'
import { readMonth } from './read-month.ts'
import { readSpendingRows } from './read-spending-rows.ts'

describe('an amount', () => {
  it.each([
    ['1.250,50', 125_050],
    ['€ 1.250,5', 125_050],
    ['1250', 125_000],
    ['1.250', 125_000],
    ['1250.50', 125_050],
    ['1250,-', 125_000],
    ['-3,05', -305],
    ['0,00', 0],
    ['1.25', 125],
    ['1.25,5', undefined],
    ['1,255', undefined],
    ['1,250.50', undefined],
    ['', undefined],
    ['veel', undefined],
    [1250.5, 125_050],
    [0.29, 29],
    [1.255, undefined],
    [-0, 0],
    [1e300, undefined],
  ] as const)('%s is %s cents', (cell, cents) => expect(readAmount(cell)).toBe(cents))
})

describe('a month', () => {
  it.each([
    ['2023-03', '2023-03'],
    ['2023-3', '2023-03'],
    ['2023/12', '2023-12'],
    ['03-2023', '2023-03'],
    ['2023-03-31', '2023-03'],
    ['31-03-2023', '2023-03'],
    ['maart 2023', '2023-03'],
    ['Mrt 2023', '2023-03'],
    ['sept. 2023', '2023-09'],
    ['okt-2023', '2023-10'],
    ['2023-13', undefined],
    ['2023', undefined],
    ['foo 2023', undefined],
    ['', undefined],
    [202_303, undefined],
  ] as const)('%s is %s', (cell, month) => expect(readMonth(cell)).toBe(month))
})

/** What each row says, or why it says nothing. */
function told(...rows: readonly (readonly (string | number)[])[]): string[] | string {
  const read = readSpendingRows(rows.map((cells, place) => ({ number: place + 1, cells })))
  if (!read.ok) return read.error
  return read.value.map((each) =>
    each.ok
      ? `${each.value.row} ${each.value.budget} ${each.value.type} ${each.value.month} ${each.value.cents}`
      : `${each.error.row} ${each.error.reason}`,
  )
}

describe('a table of amounts', () => {
  it('is read by the names of its columns, in any order', () => {
    expect(
      told(
        ['Bedrag ', 'opmerking', 'MAAND', 'Soort', 'Budget'],
        [12.5, 'x', '2023-03', '', 'CB'],
        ['1.000', '', 'april 2023', 'Verwacht', 'CB'],
      ),
    ).toEqual(['2 CB spent 2023-03 1250', '3 CB expected 2023-04 100000'])
  })

  it('says of each row that is odd what to do', () => {
    const head = ['budget', 'maand', 'bedrag', 'soort']
    expect(
      told(
        head,
        ['', '2023-03', 1],
        ['CB', 'ooit', 1],
        ['CB', '2023-03', 'veel'],
        ['CB', '2023-03', 1, 'x'],
      ),
    ).toEqual([
      '2 Er staat geen budget. Vul de code van het budget in.',
      '3 "ooit" is geen maand. Schrijf bijvoorbeeld 2023-03 of maart 2023.',
      '4 "veel" is geen bedrag in hele centen. Schrijf bijvoorbeeld 1.250,50.',
      '5 "x" is geen soort. Schrijf uitgegeven of verwacht.',
    ])
  })

  it.each([
    [[['budget', 'wanneer', 'hoeveel']], /Er ontbreekt: "maand" en "bedrag"\.$/],
    [[['budget', 'maand', 'bedrag']], /staan geen bedragen/],
  ])('is refused whole where nothing can be read from it', (rows, expected) => {
    expect(told(...rows)).toMatch(expected)
  })
})
