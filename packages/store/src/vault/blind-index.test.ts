import { getDay } from '@tijdig/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bsnToken, nameToken, surnameOf } from './blind-index.ts'
import { findBsn } from './bsn.ts'

describe('a surname', () => {
  it.each([
    ['Anouk van den Bérg-Smit', 'bergsmit'],
    ['  jansen ', 'jansen'],
    ['O’Brien', 'obrien'],
    ["'t Hart", 'hart'],
    ['Çelik', 'celik'],
    ['İnce', 'ince'],
    ['—', ''],
    ['', ''],
  ])('of "%s" is compared as "%s"', (name, expected) => {
    expect(surnameOf(name)).toBe(expected)
  })
})

describe('a token', () => {
  const key = Buffer.alloc(32, 1)
  const born = getDay('2012-03-04')
  const hex = (token: Buffer | undefined) => token?.toString('hex')

  it('is the same for a surname however it is written, and another for another day or key', () => {
    const token = hex(nameToken(key, 'Anna de Vries', born))
    expect(hex(nameToken(key, 'VRIES', born))).toBe(token)
    expect(hex(nameToken(key, 'Vries', getDay('2012-03-05')))).not.toBe(token)
    expect(hex(nameToken(Buffer.alloc(32, 2), 'Vries', born))).not.toBe(token)
  })

  it('of nothing is none', () => expect(nameToken(key, ' - ', born)).toBeUndefined())

  it('is the one of RFC 2104, so that it is found again for ever', () => {
    expect(hex(bsnToken(key, '123456782'))).toMatchInlineSnapshot(
      `"6c3cd16b780b2df491fa19337c8bd4f3000fcc481030ee58f0f11ef242cc6f2c"`,
    )
  })
})

describe('a BSN', () => {
  it.each([
    ['123456782', '123456782'],
    ['1234.56.782', '123456782'],
    ['12345672', '012345672'],
    ['123456789', undefined],
    ['000000000', undefined],
    ['00000000', undefined],
    ['12345678', undefined],
    ['1234567820', undefined],
    ['12345678a', undefined],
    ['', undefined],
  ])('"%s" is %s', (text, expected) => expect(findBsn(text)).toBe(expected))

  it('with one digit wrong, or two neighbours exchanged, is none', () => {
    const digits = fc.array(fc.nat(9), { minLength: 9, maxLength: 9 }).map((all) => all.join(''))
    const bsn = digits.filter((text) => findBsn(text) !== undefined)
    fc.assert(
      fc.property(bsn, fc.nat(8), fc.integer({ min: 1, max: 9 }), (text, at, more) => {
        const wrong = [...text]
        wrong[at] = String((Number(wrong[at]) + more) % 10)
        expect(findBsn(wrong.join(''))).toBeUndefined()
        const swapped = [...text]
        const [a = '', b = ''] = [swapped[at % 8], swapped[(at % 8) + 1]]
        swapped.splice(at % 8, 2, b, a)
        if (a !== b) expect(findBsn(swapped.join(''))).toBeUndefined()
      }),
    )
  })
})
