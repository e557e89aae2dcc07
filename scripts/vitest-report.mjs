import { writeFileSync } from 'node:fs'

/**
 * Writes what the end of a run says of it, as `test-outcome.mjs` reads it: Vitest's own report knows
 * nothing of an error outside a test, which fails the run all the same.
 */
export default class TijdigReport {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly import('vitest').SerializedError[]} outside
   */
  onTestRunEnd(modules, outside) {
    const counts = { passed: 0, failed: 0, skipped: 0 }
    /** @type {import('./test-outcome.mjs').Problem[]} */
    const problems = []
    /** @type {(where: string, error: { message: string, stack?: string } | undefined) => void} */
    const tell = (where, error) => {
      counts.failed += 1
      problems.push({ where, what: error?.stack ?? error?.message ?? 'geen melding' })
    }
    for (const module of modules) {
      const file = module.relativeModuleId
      for (const error of module.errors()) tell(file, error)
      for (const suite of module.children.allSuites())
        for (const error of suite.errors()) tell(`${file} > ${suite.fullName}`, error)
      for (const test of module.children.allTests()) {
        const { state, errors } = test.result()
        if (state === 'failed') tell(`${file} > ${test.fullName}`, errors[0])
        else counts[state === 'passed' ? 'passed' : 'skipped'] += 1
      }
    }
    for (const error of outside) tell('buiten de tests', error)
    const file = process.env.TIJDIG_TEST_REPORT
    if (file) writeFileSync(file, JSON.stringify({ counts, problems }))
  }
}
