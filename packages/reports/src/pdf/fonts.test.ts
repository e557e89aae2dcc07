import { describe, expect, it } from 'vitest'
import { loadFonts } from './fonts.ts'
import { literal } from './typst-literal.ts'

describe('the bundled fonts', () => {
  it.each([
    ['Aé ëïöü ÀÇ', true],
    ['łőşčžŻ', true],
    ['–—’“”…•€−\u00a0%', true],
    ['?', true],
    ['漢', false],
    ['א', false],
    ['😀', false],
    ['\u2028', false],
  ])('%s can be shown: %s', (text, expected) => {
    const { has } = loadFonts()
    const found = [...text].filter((one) => one !== ' ').map((one) => has(one.codePointAt(0) ?? 0))
    expect(found).toEqual(found.map(() => expected))
  })
})

describe('a text as a Typst literal', () => {
  it.each([
    ['gewoon', '"gewoon"'],
    ['zegt "nee"', '"zegt \\"nee\\""'],
    ['terug\\', '"terug\\\\"'],
    ['a\nb', '"a\\u{a}b"'],
    ['\u2028', '"\\u{2028}"'],
    ['#panic()', '"#panic()"'],
  ])('%j', (text, expected) => expect(literal(text)).toBe(expected))
})
