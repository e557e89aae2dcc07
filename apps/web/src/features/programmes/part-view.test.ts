import { expect, test } from 'vitest'
import { backTo } from './part-view.ts'

test.each([
  ['programme-action', {}, undefined],
  ['programme-line', {}, undefined],
  ['programme-action', { beeld: 'maanden' }, 'maanden'],
  ['programme-milestone', {}, 'mijlpalen'],
  ['programme-milestone', { beeld: 'veranderd' }, 'veranderd'],
  ['programme-milestone', { beeld: 'boom' }, 'boom'],
  ['programme-risk', {}, 'besluiten'],
  ['programme-budget', {}, 'geld'],
] as const)('from %s with %j back to the view %s', (route, search, beeld) => {
  expect(backTo(route, search).beeld).toBe(beeld)
})

test('the clocks and what changed since when come back too', () => {
  const search = { op: '2022-12-31', bekend: '2023-01-15', sinds: '2022-09-30@2022-10-01' }
  expect(backTo('programme-action', search)).toMatchObject(search)
})
