import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inRoot } from './root.mjs'

/** By section of the standard, how many requirements it has at levels 1 and 2; these come first. */
const SECTIONS: Readonly<Record<string, readonly number[]>> = {
  V1: [2, 9, 11, 3, 2],
  V2: [3, 3, 4, 1],
  V3: [0, 2, 4, 6, 5, 0, 2],
  V4: [3, 1, 2, 4],
  V5: [1, 3, 2, 3],
  V6: [3, 12, 4, 4, 5, 3, 0, 4],
  V7: [3, 4, 2, 5, 2, 2],
  V8: [2, 3, 1, 1],
  V9: [3, 4],
  V10: [2, 2, 4, 11, 5, 2, 3],
  V11: [2, 3, 3, 4, 1, 1],
  V12: [3, 2, 4],
  V13: [1, 5, 2, 5],
  V14: [2, 4, 3],
  V15: [3, 3, 7],
  V16: [1, 5, 4, 3, 3],
  V17: [1, 4, 2],
}

const numbers = Object.entries(SECTIONS).flatMap(([chapter, sections]) =>
  sections.flatMap((count, section) =>
    Array.from({ length: count }, (_, place) => `${chapter}.${section + 1}.${place + 1}`),
  ),
)

const page = readFileSync(inRoot('docs', 'asvs.md'), 'utf8')
const lines = page
  .split('\n')
  .filter((line) => /^\| V\d/.test(line))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '').trim()))

const WORDS = ['met', 'partly', 'not met', 'keeper', 'n/a']

describe('the list of the standard', () => {
  it('has every requirement of levels 1 and 2 once, in order', () => {
    expect(numbers).toHaveLength(253)
    expect(lines.map(([number]) => number)).toEqual(numbers)
  })

  it('says of each what is asked, whether it is so, and how', () => {
    for (const [number, asked = '', word = '', how = '', ...rest] of lines) {
      expect([number, rest]).toEqual([number, []])
      expect([number, WORDS.includes(word)]).toEqual([number, true])
      expect([number, asked.length > 5, how.length > 4]).toEqual([number, true, true])
    }
  })

  it('names a place for what is met: a test, or where it is done or written', () => {
    const bare = lines.filter(
      ([, , word, how = '']) => word === 'met' && !/`[^`]*[/.][^`]*`/.test(how),
    )
    // These are said in words, since nothing of the kind exists to point at.
    expect(bare.map(([number]) => number)).toEqual(IN_WORDS)
  })
})

const IN_WORDS: readonly string[] = ['V1.3.10', 'V6.4.2', 'V11.2.1', 'V13.2.3', 'V15.3.2']

describe.each(['asvs.md', 'security.md', 'dpia.md'])('docs/%s', (name) => {
  const text = readFileSync(inRoot('docs', name), 'utf8')

  it('names only tests and files that exist', () => {
    const named = [...text.matchAll(/`((?:apps|packages|scripts|catalogue|docs|e2e)\/[^`]+)`/g)]
    expect(named.length).toBeGreaterThan(0)
    expect(named.map(([, path = '']) => path).filter((path) => !existsSync(inRoot(path)))).toEqual(
      [],
    )
  })

  it('links only to files that exist', () => {
    const linked = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = '']) => path)
    expect(linked.filter((path) => !existsSync(inRoot('docs', path)))).toEqual([])
  })
})
