import { expect, test } from 'vitest'
import { draftsOf, forgetDrafts } from './draft-store.ts'

function memory() {
  const items = new Map<string, string>()
  return {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    removeItem: (name: string) => void items.delete(name),
    key: (place: number) => [...items.keys()][place] ?? null,
    get length() {
      return items.size
    },
  }
}

const draft = { key: 'e-1', validOn: '2026-11-21', values: { service: 'ambulant' } }

test('a draft comes back to who made it, at its place, and to nobody else', () => {
  const storage = memory()
  draftsOf('a', storage).keep('jbjr/JB-1/helpStarted', draft)
  expect(draftsOf('a', storage).read('jbjr/JB-1/helpStarted')).toEqual(draft)
  expect(draftsOf('a', storage).read('jbjr/JB-1/firstContact')).toBeUndefined()
  expect(draftsOf('b', storage).read('jbjr/JB-1/helpStarted')).toBeUndefined()
  draftsOf('a', storage).remove('jbjr/JB-1/helpStarted')
  expect(storage.length).toBe(0)
})

test('who signs out leaves nothing; who comes after finds nothing of another', () => {
  const storage = memory()
  storage.setItem('of-another-program', 'x')
  for (const who of ['a', 'b'])
    for (const place of ['p', 'q', 'r']) draftsOf(who, storage).keep(place, draft)
  forgetDrafts('b', storage)
  expect(draftsOf('a', storage).read('p')).toBeUndefined()
  expect(draftsOf('b', storage).read('r')).toEqual(draft)
  forgetDrafts(undefined, storage)
  expect(storage.key(0)).toBe('of-another-program')
  expect(storage.length).toBe(1)
})

test.each(['', 'null', '7', '{"key":1}', '{"key":"e","validOn":"2026-01-01"}', '{'])(
  'what is no draft (%s) is none',
  (text) => {
    const storage = memory()
    storage.setItem('tijdig.concept/a/p', text)
    expect(draftsOf('a', storage).read('p')).toBeUndefined()
  },
)

test('a browser that keeps nothing does not stop who types', () => {
  const storage = {
    ...memory(),
    setItem: () => {
      throw new Error('full')
    },
  }
  expect(() => draftsOf('a', storage).keep('p', draft)).not.toThrow()
})
