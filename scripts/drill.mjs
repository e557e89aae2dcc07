// npm run drill: makes a backup of two million events, puts it back, and compares everything.
// npm test does the same with 200,000. Another number: npm run drill -- 20000.
import './node-version.mjs'

const { ensureInstalled } = await import('./install.mjs')
await ensureInstalled()
const { runNode } = await import('./child.mjs')
const { inRoot, root } = await import('./root.mjs')

process.env.TIJDIG_DRILL = process.argv[2] ?? '2000000'
const { code } = await runNode(
  inRoot('node_modules', 'vitest', 'vitest.mjs'),
  ['run', '--project=postgres', 'apps/server/src/house/restore-drill'],
  { cwd: root, show: true },
)
process.exitCode = code ?? 1
