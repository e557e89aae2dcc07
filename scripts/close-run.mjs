import { addCounts, closingLine, noTests, problemInWords } from './test-outcome.mjs'

/**
 * Ends a run: names the steps that failed and what went wrong in them once more, closes with the
 * count of all tests, and sets the exit code. Who reads only the end of a long output sees it all.
 *
 * @param {import('./steps.mjs').FinishedStep[]} steps
 */
export function closeRun(steps) {
  const failed = steps.filter((step) => !step.ok)
  if (failed.length > 0) {
    for (const { problems = [] } of failed)
      for (const problem of problems) console.error(problemInWords(problem))
    console.error(`Niet goed: ${failed.map((step) => step.name).join(', ')}.`)
    process.exitCode = 1
  }
  console.log(closingLine(addCounts(...steps.map((step) => step.counts ?? noTests))))
}
