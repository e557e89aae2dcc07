import { expect, it } from 'vitest'
import { unsentOf } from './unsent-steps.ts'

function storage() {
  const kept = new Map<string, string>()
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
    key: (place: number) => [...kept.keys()][place] ?? null,
    get length() {
      return kept.size
    },
  }
}

it('keeps the steps of each editor apart, until there are none', () => {
  const unsent = unsentOf('p', 'd', storage())
  unsent.keep('a', { version: 3, steps: [{ x: 1 }] })
  unsent.keep('b', { version: 4, steps: [{ x: 2 }] })
  expect(unsent.clients()).toEqual(['a', 'b'])
  expect(unsent.read('a')).toEqual({ version: 3, steps: [{ x: 1 }] })
  unsent.keep('a', { version: 4, steps: [] })
  expect(unsent.clients()).toEqual(['b'])
})

it('shows nobody what another person or draft left', () => {
  const shared = storage()
  unsentOf('p', 'd', shared).keep('a', { version: 1, steps: [1] })
  expect(unsentOf('q', 'd', shared).clients()).toEqual([])
  expect(unsentOf('p', 'e', shared).clients()).toEqual([])
})

it('goes on where a browser keeps nothing, or something else', () => {
  const full = {
    ...storage(),
    setItem: () => {
      throw new Error('full')
    },
  }
  expect(unsentOf('p', 'd', full).keep('a', { version: 1, steps: [1] })).toBe(false)
  const odd = storage()
  odd.setItem('tijdig.concept-rapport/p/d/a', '{"version":"x"}')
  expect(unsentOf('p', 'd', odd).read('a')).toBeUndefined()
})
