import { expect, test } from 'vitest'
import { trajectoriesAsked } from './asked.ts'
import { readOrder } from './order.ts'
import { readFeature, readTrajectoriesSearch } from './search.ts'

test('an address is read; what makes no sense is left out', () => {
  expect(
    readTrajectoriesSearch({
      route: 'ot',
      lijst: 'alle',
      zoek: '0094',
      toestand: '',
      kenmerk: 'channel',
      sorteer: 'grootte',
      oplopend: 'nee',
      pagina: '-3',
    }),
  ).toEqual({ route: 'ot', zoek: '0094' })
})

test('which of the two lists stands in the address', () => {
  expect(readTrajectoriesSearch({ lijst: 'gedeeld' })).toEqual({ lijst: 'gedeeld' })
  expect(readTrajectoriesSearch({ lijst: 'eigen' })).toEqual({ lijst: 'eigen' })
})

test('an address becomes a call', () => {
  const search = readTrajectoriesSearch({
    zoek: '94',
    toestand: 'completed',
    kenmerk: 'region:Midden-IJssel/Oost-Veluwe',
    sorteer: 'nummer',
    oplopend: 'ja',
    pagina: '3',
  })
  expect(trajectoriesAsked('ot', search)).toEqual({
    route: 'ot',
    q: '94',
    state: 'completed',
    attribute: 'region',
    value: 'Midden-IJssel/Oost-Veluwe',
    sort: 'id',
    descending: false,
    page: 3,
    pageSize: 25,
  })
})

test('without an address the newest come first', () => {
  expect(trajectoriesAsked('ot', {})).toEqual({
    route: 'ot',
    sort: 'openedOn',
    descending: true,
    page: 1,
    pageSize: 25,
  })
})

test('an order is a column and a direction', () => {
  expect(readOrder('nummer+')).toEqual({ sorteer: 'nummer', oplopend: 'ja' })
  expect(readOrder('toestand')).toEqual({ sorteer: 'toestand', oplopend: undefined })
})

test('a feature is an attribute and a value', () => {
  expect(readFeature('channel:direct')).toEqual({ attribute: 'channel', value: 'direct' })
  expect([readFeature('channel:'), readFeature(':direct'), readFeature('x')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})
