import { addCounts, closingLine, noTests } from './test-counts.mjs'

/**
 * Ends a run: names the steps that failed, closes with the count of all tests, and sets the exit
 * code.
 *
 * @param {import('./steps.mjs').FinishedStep[]} steps
 */
export function closeRun(steps) {
  const failed = steps.filter((step) => !step.ok)
  if (failed.length > 0) {
    console.error(`Niet goed: ${failed.map((step) => step.name).join(', ')}.`)
    process.exitCode = 1
  }
  console.log(closingLine(addCounts(...steps.map((step) => step.counts ?? noTests))))
}
