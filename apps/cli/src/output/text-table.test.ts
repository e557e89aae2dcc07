import { expect, it } from 'vitest'
import { textTable } from './text-table.ts'

it('lines columns up, numbers at the right, without spaces at the end', () => {
  const columns = [
    { head: 'Cijfer' },
    { head: 'Waarde', align: 'right' as const },
    { head: 'Noot' },
  ]
  expect(
    textTable(columns, [
      ['Kinderen', '693', ''],
      ['Regio’s', '1.037', 'afgerond'],
    ]),
  ).toBe(`Cijfer    Waarde  Noot
--------  ------  --------
Kinderen     693
Regio’s    1.037  afgerond
`)
})
