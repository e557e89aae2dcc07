// npm test: all checks and all tests. npm test -- --only unit|postgres|browser runs a part of them.
import './node-version.mjs'

const parts = ['unit', 'postgres', 'browser']
const [option, only, ...rest] = process.argv.slice(2)
if (
  option !== undefined &&
  (option !== '--only' || !parts.includes(only ?? '') || rest.length > 0)
) {
  console.error(`Onbekende opdracht. Mogelijk is: npm test -- --only ${parts.join('|')}`)
  process.exit(2)
}
/** @param {string} part */
const wanted = (part) => option === undefined || only === part

const { ensureInstalled } = await import('./install.mjs')
await ensureInstalled()

const { closeRun } = await import('./close-run.mjs')
const { runStep, runSteps } = await import('./steps.mjs')

/** @type {import('./steps.mjs').FinishedStep[]} */
const finished = []

// A part that fails does not hold back the next: one run shows all that is wrong.
if (wanted('unit')) {
  const { checkSteps } = await import('./check-steps.mjs')
  finished.push(...(await runSteps(checkSteps)))
  const { auditDependencies } = await import('./dependency-audit.mjs')
  finished.push(await runStep({ name: 'kwetsbare pakketten (npm audit)', run: auditDependencies }))
}
if (wanted('postgres')) {
  const { runVitest } = await import('./vitest.mjs')
  const run = () => runVitest('postgres', { show: true })
  finished.push(await runStep({ name: 'tests met PostgreSQL', run }))
}
if (wanted('browser')) {
  const { runPlaywright } = await import('./playwright.mjs')
  finished.push(await runStep({ name: 'tests in de browser', run: runPlaywright }))
}

closeRun(finished)
