import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seal, unseal } from './seal.ts'

const KEY = Buffer.alloc(32, 7)
const PLACE = ['ot', 'OT-0001', 'parent-1', 'name']
const sealed = (text: string, place = PLACE) => seal(KEY, Buffer.from(text), place, randomBytes)
const opened = (bytes: Uint8Array, place = PLACE, key: Uint8Array = KEY) =>
  unseal(key, bytes, place)?.toString()

describe('a sealed text', () => {
  it('opens with its key at its place', () => {
    expect(opened(sealed('Ada Lovelace'))).toBe('Ada Lovelace')
  })

  it('opens with no other key', () => {
    expect(opened(sealed('Ada'), PLACE, Buffer.alloc(32, 8))).toBeUndefined()
  })

  it.each([
    [['ot', 'OT-0002', 'parent-1', 'name']],
    [['ot', 'OT-0001', 'parent-2', 'name']],
    [['ot', 'OT-0001', 'parent-1', 'note']],
    [['ot', 'OT-0001,"parent-1"', 'name']],
    [['ot', 'OT-0001', 'parent-1', 'name', '']],
  ])('does not open at %j', (place) => {
    expect(opened(sealed('Ada'), place)).toBeUndefined()
  })

  it('has other bytes each time', () => {
    const times = new Set(Array.from({ length: 1_000 }, () => sealed('Ada').toString('hex', 1, 13)))
    expect(times.size).toBe(1_000)
  })

  it('opens to what was sealed, and not once a bit of it is another', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(7), (text, at, bit) => {
        const bytes = sealed(text)
        expect(opened(bytes)).toBe(text)
        const place = at % bytes.length
        bytes[place] = (bytes[place] ?? 0) ^ (1 << bit)
        expect(opened(bytes)).toBeUndefined()
      }),
    )
  })

  it('does not open when it was cut short', () => {
    const bytes = sealed('Ada')
    for (let length = 0; length < bytes.length; length++) {
      expect(opened(bytes.subarray(0, length))).toBeUndefined()
    }
  })
})
