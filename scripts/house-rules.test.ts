import { expect, test } from 'vitest'
import { clockReadings } from './house-rules/clock-readings.mjs'
import { undefinedImports } from './house-rules/undefined-imports.mjs'

const expectClock = (text: string, ...readings: string[]) =>
  expect(clockReadings('a.ts', text)).toEqual(
    readings.map((it) => `a.ts:1 leest zelf de tijd of het toeval met ${it}: geef de waarde mee.`),
  )

test('reading the clock or throwing a die is found, however it is written', () => {
  expectClock('const now = new Date()', 'new Date()')
  expectClock('const now = new Date', 'new Date()')
  expectClock('const now = Date()', 'Date()')
  expectClock('const now = Date.now()', 'Date.now')
  expectClock('const clock = { now: Date.now }', 'Date.now')
  expectClock('const die = Math.random() + Math.random()', 'Math.random', 'Math.random')
  expectClock('const today = Temporal.Now.plainDateISO()', 'Temporal.Now.plainDateISO')
})

test('a moment that is passed in, a comment and a text are no clock', () => {
  expectClock('const day = new Date(moment)')
  expectClock('const year = Date.UTC(2023, 0, 1)')
  expectClock('// not Date.now(), which differs each time')
  expectClock("const words = 'new Date()'")
})

const expectImports = (text: string, ...names: string[]) =>
  expect(
    undefinedImports('ot/route.ts', text, { '@tijdig/core': new Set(['defineRoute', 'days']) }),
  ).toEqual(
    names.map(
      (name) =>
        `ot/route.ts gebruikt ${name} van @tijdig/core: de catalogus gebruikt alleen wat definieert.`,
    ),
  )

test('the catalogue may take what defines, and types', () => {
  expectImports("import { days, defineRoute } from '@tijdig/core'")
  expectImports("import type { Fact } from '@tijdig/core'")
  expectImports("import { defineRoute, type Fact } from '@tijdig/core'")
  expectImports("import { anything } from './indicators.ts'")
})

test('the catalogue may not take what calculates', () => {
  expectImports("import { defineRoute, fold } from '@tijdig/core'", 'fold')
  expectImports("import { fold as days } from '@tijdig/core'", 'fold')
  expectImports("import * as core from '@tijdig/core'", '* as core')
})
