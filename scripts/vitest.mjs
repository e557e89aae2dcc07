import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runNode } from './child.mjs'
import { inRoot, root } from './root.mjs'
import { vitestOutcome } from './test-outcome.mjs'

/**
 * Runs one of the projects of `vitest.config.ts`.
 *
 * @param {'unit' | 'postgres'} project
 * @param {{ show: boolean }} options whether its output is shown while it runs, or kept
 * @returns {Promise<import('./steps.mjs').StepResult>}
 */
export async function runVitest(project, { show }) {
  const folder = mkdtempSync(join(tmpdir(), 'tijdig-tests-'))
  const report = join(folder, 'report.json')
  const { code, output } = await runNode(
    inRoot('node_modules', 'vitest', 'vitest.mjs'),
    [
      'run',
      `--project=${project}`,
      '--reporter=default',
      `--reporter=${inRoot('scripts', 'vitest-report.mjs')}`,
    ],
    { cwd: root, show, env: { ...process.env, TIJDIG_TEST_REPORT: report } },
  )
  const outcome = vitestOutcome(report)
  rmSync(folder, { recursive: true, force: true })
  return { ok: code === 0, output, ...outcome }
}
