// npm run reminders: a million terms that are due in one moment, each told once, with the server killed
// while it works out who is told what and ten times while it sends. npm test does the same with 20,000.
// Another number: npm run reminders -- 200000.
import './node-version.mjs'

const { ensureInstalled } = await import('./install.mjs')
await ensureInstalled()
const { runNode } = await import('./child.mjs')
const { inRoot, root } = await import('./root.mjs')

process.env.TIJDIG_REMINDER_TERMS = process.argv[2] ?? '1000000'
const { code } = await runNode(
  inRoot('node_modules', 'vitest', 'vitest.mjs'),
  ['run', '--project=postgres', 'apps/server/src/jobs/many-terms'],
  { cwd: root, show: true },
)
process.exitCode = code ?? 1
