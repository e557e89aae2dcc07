// Runs a TypeScript file of the project: node scripts/run.mjs bench/bench.ts --small
import './node-version.mjs'

const { root } = await import('./root.mjs')
process.chdir(root)

const { ensureInstalled } = await import('./install.mjs')
await ensureInstalled()

const { runTypeScript } = await import('./typescript.mjs')
const [file, ...args] = process.argv.slice(2)
if (!file) throw new Error('Geef het bestand dat moet worden uitgevoerd.')
await runTypeScript(file, args)
