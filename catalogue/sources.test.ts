import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Covered, coverSources } from '../examples/sources/coverage.ts'
import { coveragePage } from '../examples/sources/coverage-page.ts'

describe('the figures of the sources', () => {
  let all: readonly Covered[]
  beforeAll(async () => {
    all = await coverSources()
  })

  it('are all given, with the value that the source states', () => {
    expect(all.length).toBe(570)
    const wrong = all.filter(
      ({ how, stated, value }) => how === 'nothing' || Number(value) !== Number(stated.value),
    )
    expect(wrong).toEqual([])
  })

  it('are counted where there is something to count', () => {
    const counted = all.filter(({ how }) => how === 'indicator')
    expect(counted.length).toBeGreaterThanOrEqual(84)
  })

  it('stand in the documentation as they come out', () => {
    const written = readFileSync(new URL('../docs/sources.md', import.meta.url), 'utf8')
    expect(coveragePage(all)).toBe(written)
  })
})
