import { existsSync, readFileSync } from 'node:fs'

/**
 * What a run of tests came to: how many, and where what went wrong.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ where: string, what: string }} Problem
 * @typedef {{ counts: Counts, problems: Problem[] }} Outcome
 */

/** @type {Counts} */
export const noTests = { passed: 0, failed: 0, skipped: 0 }

/**
 * @param {Counts[]} counts
 * @returns {Counts}
 */
export const addCounts = (...counts) => ({
  passed: sum(counts.map((count) => count.passed)),
  failed: sum(counts.map((count) => count.failed)),
  skipped: sum(counts.map((count) => count.skipped)),
})

/**
 * What `vitest-report.mjs` wrote.
 *
 * @param {string} file
 * @returns {Outcome}
 */
export const vitestOutcome = (file) => read(file) ?? { counts: noTests, problems: [] }

/**
 * What Playwright's JSON report says. A test that passed only at a second try has not passed.
 *
 * @param {string} file
 * @returns {Outcome}
 */
export function playwrightOutcome(file) {
  const report = read(file)
  if (report === undefined) return { counts: noTests, problems: [] }
  const { stats, errors, suites = [] } = report
  return {
    counts: {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + errors.length,
      skipped: stats.skipped,
    },
    problems: [
      ...errors.map((/** @type {{ message?: string }} */ error) => ({
        where: 'buiten de tests',
        what: error.message ?? '',
      })),
      ...suites.flatMap(problemsIn),
    ],
  }
}

/**
 * @typedef {{ message?: string }} BrowserError
 * @typedef {{ projectName: string, status: string, results: { errors: BrowserError[] }[] }} BrowserTest
 * @typedef {{ title: string, file: string, line: number, tests: BrowserTest[] }} BrowserSpec
 * @typedef {{ specs: BrowserSpec[], suites?: BrowserSuite[] }} BrowserSuite
 *
 * @param {BrowserSuite} suite
 * @returns {Problem[]}
 */
function problemsIn({ specs, suites = [] }) {
  const own = specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName, results }) => ({
        where: `[${projectName}] ${file}:${line} > ${title}`,
        what: results.flatMap(({ errors }) => errors)[0]?.message ?? 'geen melding',
      })),
  )
  return [...own, ...suites.flatMap(problemsIn)]
}

/** A page's whole text in one message would hide the other problems. */
const LONGEST = 600

/**
 * What went wrong, short enough to read all of it at the end of a run.
 *
 * @param {Problem} problem
 */
export function problemInWords({ where, what }) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are written with one
  const plain = what.replace(/\u001b\[[0-9;]*m/g, '').trim()
  const text = plain.length > LONGEST ? `${plain.slice(0, LONGEST)} …` : plain
  return `- ${where}\n${text.replace(/^/gm, '    ')}`
}

/**
 * The closing line of a test run, in the form that other programs read.
 *
 * @param {Counts} counts
 */
export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

/** @param {string} file */
const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined)

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0)
