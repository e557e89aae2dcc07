import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inRoot } from './root.mjs'

/** A house in small, in which each border is crossed once. Type imports of a value are no values. */
const crossings: [file: string, text: string, ...rules: string[]][] = [
  ['packages/core/src/to-figures.ts', "import '@tijdig/figures'", 'core-imports-nobody'],
  ['packages/core/src/to-disk.ts', "import 'node:fs'", 'core-is-pure'],
  ['packages/core/src/circle.ts', "export * from './circle-back.ts'"],
  ['packages/core/src/circle-back.ts', "export * from './circle.ts'", 'no-circle'],
  ['packages/core/src/to-nowhere.ts', "import './not-there.ts'", 'resolves'],
  ['packages/core/src/to-test.ts', "import './read.test.ts'", 'tests-stay-at-home'],
  ['packages/charts/src/to-core.ts', "import '@tijdig/core'", 'charts-imports-nobody'],
  ['packages/charts/src/to-disk.ts', "import 'node:fs'", 'charts-is-pure'],
  ['apps/server/src/to-charts.ts', "import '@tijdig/charts'", 'charts-is-for-ui-and-reports'],
  ['packages/figures/src/to-store.ts', "import '@tijdig/store'", 'figures-imports-only-core'],
  [
    'packages/figures/src/a-type-is-an-import.ts',
    "import type { x } from '@tijdig/store'\nexport type y = typeof x",
    'figures-imports-only-core',
  ],
  [
    'packages/programmes/src/to-figures.ts',
    "import '@tijdig/figures'",
    'programmes-imports-only-core',
  ],
  ['packages/simulation/src/to-store.ts', "import '@tijdig/store'", 'simulation-imports-only-core'],
  ['packages/exchange/src/to-store.ts', "import '@tijdig/store'", 'exchange-imports-only-core'],
  ['packages/drafts/src/to-reports.ts', "import '@tijdig/reports'", 'drafts-imports-only-core'],
  ['apps/web/src/to-markdoc.ts', "import '@tijdig/drafts/markdoc'", 'markdoc-stays-on-the-server'],
  ['packages/store/src/to-figures.ts', "import '@tijdig/figures'", 'store-imports-only-core'],
  ['packages/store/src/to-catalogue.ts', "import '@tijdig/catalogue'", 'catalogue-is-passed-in'],
  [
    'packages/reports/src/to-store.ts',
    "import '@tijdig/store'",
    'reports-imports-core-charts-figures-and-programmes',
  ],
  [
    'packages/reports/src/calculates.ts',
    "import { x } from '@tijdig/figures'\nexport const y = x",
    'reports-uses-types-of-figures-and-programmes',
  ],
  [
    'packages/reports/src/reads.ts',
    "import { x } from '@tijdig/programmes'\nexport const y = x",
    'reports-uses-types-of-figures-and-programmes',
  ],
  ['packages/ui/src/to-figures.ts', "import '@tijdig/figures'", 'ui-imports-core-and-charts'],
  [
    'packages/store/src/server.test.ts',
    "import '@tijdig/server'",
    'store-imports-only-core',
    'packages-import-no-apps',
  ],
  ['catalogue/ot/to-store.ts', "import '@tijdig/store'", 'catalogue-only-defines'],
  [
    'apps/web/src/to-figures.ts',
    "import '@tijdig/figures'",
    'web-imports-ui-core-drafts-and-contract',
  ],
  [
    'apps/web/src/validates.ts',
    "import { x } from '@tijdig/server/contract'\nexport const y = x",
    'web-uses-types-of-contract',
  ],
]

/** What the table allows, so that no rule forbids too much. */
const allowed: [file: string, text: string][] = [
  ['packages/figures/src/fine.ts', "import '@tijdig/core'\nimport 'node:fs'"],
  ['packages/core/src/read.test.ts', "import 'node:fs'\nimport '@tijdig/catalogue'"],
  [
    'packages/reports/src/fine.ts',
    "import type { x } from '@tijdig/figures'\nexport type y = typeof x",
  ],
  ['catalogue/testing/fine.ts', "import '../../packages/core/src/read.test.ts'"],
  ['packages/ui/src/fine.ts', "import '@tijdig/core'\nimport '@tijdig/charts'"],
  ['packages/reports/src/draws.ts', "import '@tijdig/charts'"],
  ['packages/charts/src/fine.test.ts', "import 'node:fs'"],
  ['catalogue/ot/fine.ts', "import '@tijdig/core'\nimport '@tijdig/figures'"],
  [
    'apps/web/src/fine.ts',
    "import '@tijdig/ui'\nimport '@tijdig/core'\nimport '@tijdig/drafts'\nimport type { x } from '@tijdig/server/contract'\nexport type y = typeof x",
  ],
  ['apps/server/src/fine.ts', "import '@tijdig/catalogue'\nimport '@tijdig/store'"],
  ['apps/cli/src/fine.ts', "import '@tijdig/catalogue'\nimport '@tijdig/server'"],
]

const houses = {
  core: 'packages/core',
  charts: 'packages/charts',
  drafts: 'packages/drafts',
  figures: 'packages/figures',
  reports: 'packages/reports',
  programmes: 'packages/programmes',
  simulation: 'packages/simulation',
  store: 'packages/store',
  exchange: 'packages/exchange',
  ui: 'packages/ui',
  server: 'apps/server',
  web: 'apps/web',
  catalogue: 'catalogue',
}

let folder: string
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'tijdig-borders-')))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  write('tsconfig.json', '{ "compilerOptions": { "moduleResolution": "Bundler" } }')
  mkdirSync(join(folder, 'node_modules', '@tijdig'), { recursive: true })
  for (const [name, path] of Object.entries(houses)) {
    const exports = {
      '.': './src/index.ts',
      './contract': './src/api/contract.ts',
      './markdoc': './src/markdoc/index.ts',
    }
    write(`${path}/package.json`, JSON.stringify({ name: `@tijdig/${name}`, exports }))
    write(`${path}/src/index.ts`, 'export const x = 1')
    symlinkSync(join(folder, path), join(folder, 'node_modules', '@tijdig', name), 'junction')
  }
  write('apps/server/src/api/contract.ts', 'export const x = 1')
  write('packages/drafts/src/markdoc/index.ts', 'export const x = 1')
  for (const [path, text] of [...crossings, ...allowed]) write(path, text)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('each border that is crossed is reported, and nothing else', () => {
  const expected = crossings.flatMap(([file, , ...rules]) => rules.map((rule) => [rule, file]))
  expect(violations()).toEqual(expected.map(String).sort())
})

test('each rule is crossed once above', () => {
  const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs')
  const proven = new Set(crossings.flatMap(([, , ...rules]) => rules))
  expect(forbidden.map((rule: { name: string }) => rule.name).sort()).toEqual([...proven].sort())
})

function violations(): string[] {
  const cruise = inRoot('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs')
  const config = inRoot('.dependency-cruiser.cjs')
  const report = execFileSync(
    process.execPath,
    [cruise, '--config', config, '--output-type', 'json', 'catalogue', 'packages', 'apps'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 16_000_000 },
  )
  const found: { rule: { name: string }; from: string }[] = JSON.parse(report).summary.violations
  return found.map(({ rule, from }) => `${rule.name},${from}`).sort()
}
