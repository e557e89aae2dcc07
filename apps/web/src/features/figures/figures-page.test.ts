import type { Indicator } from '@tijdig/server/contract'
import { describe, expect, test } from 'vitest'
import { definitionChoices, versionsOf } from './definitions.ts'
import { dimensionsOf } from './dimensions.ts'
import { askedOfFigures, readFiguresSearch } from './search.ts'

const version = (number: number, inForceFrom: string) => ({
  version: number,
  inForceFrom,
  words: '',
  hash: '',
})
const status: Indicator = {
  code: 'ot.status',
  label: 'Stand van de trajecten',
  unit: 'trajecten',
  kind: 'count',
  versions: [version(1, '2022-04-04'), version(2, '2023-02-01')],
  dimensions: { status: { label: 'Stand', values: {} }, month: { label: 'Maand', values: {} } },
  tables: [['status']],
}
const newest = { cutOff: '2023-03-31', knownAt: '2023-04-14' }

describe('which definition counts', () => {
  test.each([
    [{ ...newest }, [2]],
    [{ ...newest, knownAt: '2023-01-31' }, [1]],
    [{ ...newest, knownAt: '2023-01-31T23:30:00Z' }, [2]],
    [{ ...newest, definitions: '2022-04-04' }, [1]],
    [{ ...newest, definitions: 'all' }, [1, 2]],
  ])('%j: %j', (asked, versions) => {
    expect(versionsOf(status, asked).map((one) => one.version)).toEqual(versions)
  })

  test('the choices name the version that is usual', () => {
    expect(definitionChoices(status, newest).map((choice) => choice.label)).toEqual([
      'Zoals die gold op 14 april 2023 (versie 2)',
      'Versie 1, geldt vanaf 4 april 2022',
      'Versie 2, geldt vanaf 1 februari 2023',
      'Alle versies naast elkaar',
    ])
  })
})

test('dimensions: those asked for that exist, else those of the definition', () => {
  expect(dimensionsOf(status, undefined)).toEqual(['status'])
  expect(dimensionsOf(status, 'month,status')).toEqual(['month', 'status'])
  expect(dimensionsOf(status, 'leeftijd')).toEqual(['status'])
  expect(dimensionsOf(status, 'totaal')).toEqual([])
  expect(dimensionsOf({ ...status, tables: [['status'], []] }, undefined)).toEqual([])
  const large = { ...status, tables: [['norm', 'institution', 'quarter', 'outcome']] }
  expect(dimensionsOf(large, undefined)).toEqual(['norm', 'outcome'])
})

test('an address gives its question back', () => {
  const search = readFiguresSearch({
    route: 'ot',
    cijfer: 'ot.status',
    op: '2023-02-28',
    bekend: 'morgen',
    definitie: 'all',
    met: '2023-01-31@2023-02-06',
  })
  expect(search).toEqual({
    route: 'ot',
    cijfer: 'ot.status',
    op: '2023-02-28',
    definitie: 'all',
    met: '2023-01-31@2023-02-06',
  })
  expect(askedOfFigures(search, newest)).toEqual({
    cutOff: '2023-02-28',
    knownAt: '2023-04-14',
    definitions: 'all',
  })
})
