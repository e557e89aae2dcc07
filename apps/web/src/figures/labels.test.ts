import type { Indicator } from '@tijdig/server/contract'
import { expect, test } from 'vitest'
import { cellLabel, lower, tableTitle } from './labels.ts'

const indicator: Indicator = {
  code: 'ot.status',
  label: 'Stand van de trajecten',
  unit: 'trajecten',
  kind: 'count',
  versions: [],
  dimensions: {
    status: { label: 'Stand', values: { running: 'loopt' } },
    quarter: { label: 'Kwartaal', values: {} },
  },
  tables: [],
}

test('a title names what a figure is split by, unless its own name says so', () => {
  expect(tableTitle(indicator, [])).toBe('Stand van de trajecten')
  expect(tableTitle(indicator, ['status'])).toBe('Stand van de trajecten')
  expect(tableTitle(indicator, ['status', 'quarter'])).toBe('Stand van de trajecten naar kwartaal')
})

test('a cell is named by its codes in words', () => {
  expect(cellLabel(indicator, { status: 'running', quarter: '2023-Q1' })).toBe(
    'loopt, 1e kwartaal 2023',
  )
  expect(cellLabel(indicator, {})).toBe('totaal')
  expect(cellLabel(indicator, { region: 'Rijnmond' })).toBe('Rijnmond')
})

test('a first letter becomes small, but not in an abbreviation', () => {
  expect([lower('Regio'), lower('GI van de maatregel')]).toEqual(['regio', 'GI van de maatregel'])
})
