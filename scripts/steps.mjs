import { availableParallelism } from 'node:os'
import { noTests } from './test-outcome.mjs'

/**
 * A step of the checks. `counts` and `problems` are those of the tests in it, where it has any.
 *
 * @typedef {{ ok: boolean, output: string } & Partial<import('./test-outcome.mjs').Outcome>} StepResult
 * @typedef {{ name: string, run: () => Promise<StepResult> }} Step
 * @typedef {StepResult & { name: string }} FinishedStep
 */

/**
 * Runs the steps, as many at a time as there are cores, in the order given; says of each how long it
 * took, and of one that failed what it printed.
 *
 * @param {Step[]} steps
 * @returns {Promise<FinishedStep[]>}
 */
export async function runSteps(steps) {
  const waiting = [...steps]
  /** @type {FinishedStep[]} */
  const finished = []
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift())
      finished.push(await runStep(step))
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return finished
}

/**
 * @param {Step} step
 * @returns {Promise<FinishedStep>}
 */
export async function runStep({ name, run }) {
  const started = performance.now()
  const result = await run()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const { passed } = result.counts ?? noTests
  const tests = passed > 0 ? `, ${passed} tests goed` : ''
  if (!result.ok && result.output) console.log(result.output.trimEnd())
  console.log(`${result.ok ? 'goed' : 'FOUT'}  ${name} (${seconds} s${tests})`)
  return { name, ...result }
}
