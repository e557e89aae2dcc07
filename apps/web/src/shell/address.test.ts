import { expect, test } from 'vitest'
import { parseAddress, writeAddress } from './address.ts'

test('an address stays readable, and is read back', () => {
  const search = {
    route: 'ot',
    op: '2023-03-31',
    vorige: '2023-03-31@2023-04-14',
    per: 'norm,quarter',
  }
  const text = writeAddress({ ...search, leeg: '', weg: undefined })
  expect(text).toBe('?route=ot&op=2023-03-31&vorige=2023-03-31@2023-04-14&per=norm,quarter')
  expect(parseAddress(text)).toEqual(search)
})

test('what would end the address is kept inside it', () => {
  const search = { met: '2023-03-31@2023-04-14#2023-02-01', zoek: 'a&b=c' }
  expect(writeAddress(search)).toBe('?met=2023-03-31@2023-04-14%232023-02-01&zoek=a%26b%3Dc')
  expect(parseAddress(writeAddress(search))).toEqual(search)
  expect(writeAddress({})).toBe('')
})
