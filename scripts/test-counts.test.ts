import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCounts, closingLine, playwrightCounts, vitestCounts } from './test-counts.mjs'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tijdig-counts-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const report = (content: object) => {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

test('a test file that does not load is a failure', () => {
  const file = report({
    numPassedTests: 4,
    numFailedTests: 1,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [
      { status: 'passed', assertionResults: [{}] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'failed', assertionResults: [] },
    ],
  })
  expect(closingLine(vitestCounts(file))).toBe('4 passed, 2 failed')
})

test('a browser test that passed at its second try is a failure', () => {
  const file = report({
    stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 3 },
    errors: [],
  })
  expect(closingLine(playwrightCounts(file))).toBe('7 passed, 2 failed, 3 skipped')
})

test('the counts of all parts add up, and a part without a report counts for nothing', () => {
  const part = { passed: 2, failed: 1, skipped: 0 }
  const none = vitestCounts(join(folder, 'not-there.json'))
  expect(closingLine(addCounts(part, part, none))).toBe('4 passed, 2 failed')
})
