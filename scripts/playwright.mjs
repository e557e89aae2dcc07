import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runNode } from './child.mjs'
import { ensureChromium } from './chromium.mjs'
import { inRoot, root } from './root.mjs'
import { playwrightOutcome } from './test-outcome.mjs'
import { ensureWebBuilt } from './web-build.mjs'

/**
 * Runs the tests in `e2e/` against a freshly built web application, and installs a browser for them
 * where there is none.
 *
 * @returns {Promise<import('./steps.mjs').StepResult>}
 */
export async function runPlaywright() {
  const problem = (await ensureChromium()) ?? (await ensureWebBuilt())
  if (problem) return { ok: false, output: problem }
  const folder = mkdtempSync(join(tmpdir(), 'tijdig-browser-'))
  const report = join(folder, 'report.json')
  const { code, output } = await runNode(
    inRoot('node_modules', '@playwright', 'test', 'cli.js'),
    ['test', '--reporter=list,json'],
    { cwd: root, show: true, env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
  )
  const outcome = playwrightOutcome(report)
  rmSync(folder, { recursive: true, force: true })
  return { ok: code === 0, output, ...outcome }
}
