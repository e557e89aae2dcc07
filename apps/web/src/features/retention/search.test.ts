import { expect, test } from 'vitest'
import { readRetentionSearch } from './search.ts'

test('a month that does not exist is left out', () => {
  expect(readRetentionSearch({ route: 'ot', maand: '2041-03' })).toEqual({
    route: 'ot',
    maand: '2041-03',
  })
  for (const maand of ['2041-13', '2041', 'x', 5])
    expect(readRetentionSearch({ maand })).toEqual({})
})
