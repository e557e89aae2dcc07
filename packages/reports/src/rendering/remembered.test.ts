import { expect, it } from 'vitest'
import { Remembered } from './remembered.ts'

it('makes a thing once, and again when it was not asked for longest', () => {
  const made: string[] = []
  const remembered = new Remembered<string>(2)
  const ask = (key: string) =>
    remembered.get(key, () => {
      made.push(key)
      return key.toUpperCase()
    })
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(ask)).toEqual(['A', 'B', 'A', 'C', 'A', 'B'])
  expect(made).toEqual(['a', 'b', 'c', 'b'])
})
