// npm run crash: kills the server, PostgreSQL or both 200 times under load, and looks whether anything
// that was acknowledged is lost. npm test does the same with fewer. Another number: npm run crash -- 50.
import './node-version.mjs'

const { ensureInstalled } = await import('./install.mjs')
await ensureInstalled()
const { runNode } = await import('./child.mjs')
const { inRoot, root } = await import('./root.mjs')

process.env.TIJDIG_CRASHES = process.argv[2] ?? '200'
const { code } = await runNode(
  inRoot('node_modules', 'vitest', 'vitest.mjs'),
  ['run', '--project=postgres', 'apps/server/src/start/crash'],
  { cwd: root, show: true },
)
process.exitCode = code ?? 1
