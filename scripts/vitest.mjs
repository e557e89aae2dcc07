import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runNode } from './child.mjs'
import { inRoot, root } from './root.mjs'
import { vitestCounts } from './test-counts.mjs'

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
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { cwd: root, show },
  )
  const counts = vitestCounts(report)
  rmSync(folder, { recursive: true, force: true })
  return { ok: code === 0, output, counts }
}
