// npm start: install what is missing, build the web application when it changed, run the server.
import './node-version.mjs'

const { root } = await import('./root.mjs')
// The data folder is named from the project's root, wherever the command was given.
process.chdir(root)

const { ensureInstalled } = await import('./install.mjs')
await ensureInstalled()

const { ensureWebBuilt } = await import('./web-build.mjs')
const problem = await ensureWebBuilt()
if (problem) {
  console.error(problem)
  process.exit(1)
}

// In this process, not in a child: quicker, and nothing stands between Ctrl-C and the clean stop.
const { runTypeScript } = await import('./typescript.mjs')
await runTypeScript('apps/server/src/main.ts', process.argv.slice(2))
