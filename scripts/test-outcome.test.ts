import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import {
  addCounts,
  closingLine,
  playwrightOutcome,
  problemInWords,
  vitestOutcome,
} from './test-outcome.mjs'
import TijdigReport from './vitest-report.mjs'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tijdig-outcome-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const report = (content: object) => {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

test('an error outside the tests is a failure, and so is a file that does not load', () => {
  const file = join(folder, 'vitest.json')
  vi.stubEnv('TIJDIG_TEST_REPORT', file)
  const passed = { fullName: 'a', result: () => ({ state: 'passed' }) }
  const module = (id: string, errors: object[], tests: object[]) => ({
    relativeModuleId: id,
    errors: () => errors,
    children: { allSuites: () => [], allTests: () => tests },
  })
  new TijdigReport().onTestRunEnd(
    [
      module('a.test.ts', [], [passed]),
      module('b.test.ts', [{ message: 'laadt niet' }], []),
    ] as never,
    [{ message: 'verbinding weg' }] as never,
  )
  vi.unstubAllEnvs()
  const { counts, problems } = vitestOutcome(file)
  expect(closingLine(counts)).toBe('1 passed, 2 failed')
  expect(problems).toEqual([
    { where: 'b.test.ts', what: 'laadt niet' },
    { where: 'buiten de tests', what: 'verbinding weg' },
  ])
})

test('a browser test that passed at its second try is a failure', () => {
  const file = report({
    stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 3 },
    errors: [],
  })
  expect(closingLine(playwrightOutcome(file).counts)).toBe('7 passed, 2 failed, 3 skipped')
})

test('a browser test that failed is told with its width, place and message', () => {
  const spec = (status: string, message: string) => ({
    title: 'signs in',
    file: 'pages/sign-in.test.ts',
    line: 9,
    tests: [{ projectName: 'smal', status, results: [{ errors: [{ message }] }] }],
  })
  const file = report({
    stats: { expected: 1, unexpected: 1, flaky: 0, skipped: 0 },
    errors: [],
    suites: [{ specs: [], suites: [{ specs: [spec('unexpected', 'weg'), spec('expected', '')] }] }],
  })
  expect(playwrightOutcome(file).problems).toEqual([
    { where: '[smal] pages/sign-in.test.ts:9 > signs in', what: 'weg' },
  ])
})

test('a long message is cut, and told without its colours', () => {
  const words = problemInWords({ where: 'x', what: `\u001b[31m${'a'.repeat(700)}` })
  expect(words).toBe(`- x\n    ${'a'.repeat(600)} …`)
})

test('the counts of all parts add up, and a part without a report counts for nothing', () => {
  const part = { passed: 2, failed: 1, skipped: 0 }
  const none = vitestOutcome(join(folder, 'not-there.json')).counts
  expect(closingLine(addCounts(part, part, none))).toBe('4 passed, 2 failed')
})
