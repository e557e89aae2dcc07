import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'

const postgresTests = '**/*.postgres.test.ts'
const startPostgres = fileURLToPath(
  new URL('packages/store/src/testing/global-setup.ts', import.meta.url),
)

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // A worker reads each file of ours once, not once for each test file: that was two thirds of
          // the time. What a module keeps for itself (a compiled form, a font) is the same for every test.
          isolate: false,
          include: ['{catalogue,packages,apps,scripts,bench}/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, postgresTests],
          // Only there to end a test that hangs: properties take a while on a busy machine.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'postgres',
          isolate: false,
          include: [`{catalogue,packages,apps}/${postgresTests}`],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // They wait for processes and disks two fifths of the time: one more than two cores.
          maxWorkers: 3,
          globalSetup: existsSync(startPostgres) ? [startPostgres] : [],
        },
      },
    ],
  },
})
