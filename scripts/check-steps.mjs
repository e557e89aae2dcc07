import { runNode } from './child.mjs'
import { houseRuleFindings } from './house-rules.mjs'
import { inRoot, root } from './root.mjs'
import { runVitest } from './vitest.mjs'

/**
 * What can be checked without a database or a browser. The slowest come first, so that the others
 * fill the second core beside them.
 *
 * @type {import('./steps.mjs').Step[]}
 */
export const checkSteps = [
  { name: 'unit- en eigenschapstests', run: () => runVitest('unit', { show: false }) },
  {
    // The compiler in machine code: a third of the work. It has no interface for other programs:
    // for those, and for editors, TypeScript 5 stands beside it.
    name: 'types (tsc)',
    run: () => runTool(['typescript-native', 'bin', 'tsc'], ['-p', '.']),
  },
  {
    name: 'grenzen (dependency-cruiser)',
    run: () =>
      runTool(
        ['dependency-cruiser', 'bin', 'dependency-cruise.mjs'],
        ['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', ...folders],
      ),
  },
  {
    name: 'dode code (knip)',
    run: () => runTool(['knip', 'bin', 'knip.js'], ['--no-progress', '--no-config-hints']),
  },
  {
    name: 'opmaak en lint (biome)',
    run: () =>
      runTool(['@biomejs', 'biome', 'bin', 'biome'], ['check', '--error-on-warnings', '.']),
  },
  { name: 'huisregels', run: checkHouseRules },
]

const folders = ['catalogue', 'packages', 'apps', 'e2e', 'bench', 'scripts']

/**
 * @param {string[]} path of the tool's program, below `node_modules`
 * @param {string[]} args
 */
async function runTool(path, args) {
  const { code, output } = await runNode(inRoot('node_modules', ...path), args, { cwd: root })
  return { ok: code === 0, output }
}

async function checkHouseRules() {
  const findings = await houseRuleFindings(root)
  return { ok: findings.length === 0, output: findings.join('\n') }
}
