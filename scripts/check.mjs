// npm run check: everything that needs no database and no browser, in under a minute.
import './node-version.mjs'

const { ensureInstalled } = await import('./install.mjs')
await ensureInstalled()

const { checkSteps } = await import('./check-steps.mjs')
const { closeRun } = await import('./close-run.mjs')
const { runSteps } = await import('./steps.mjs')

closeRun(await runSteps(checkSteps))
