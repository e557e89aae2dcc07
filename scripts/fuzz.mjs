// npm run fuzz: sends 50,000 requests as each role and looks for what is of others in the answers.
// npm test does the same with fewer. Another number: npm run fuzz -- 1000.
import './node-version.mjs'

const { ensureInstalled } = await import('./install.mjs')
await ensureInstalled()
const { runNode } = await import('./child.mjs')
const { inRoot, root } = await import('./root.mjs')

process.env.TIJDIG_FUZZ = process.argv[2] ?? '50000'
const { code } = await runNode(
  inRoot('node_modules', 'vitest', 'vitest.mjs'),
  ['run', '--project=postgres', 'apps/server/src/access/canaries'],
  { cwd: root, show: true },
)
process.exitCode = code ?? 1
