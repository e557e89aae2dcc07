import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashOfSources } from './web-build.mjs'

let folder: string
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}
const uses = (...names: string[]) =>
  JSON.stringify({ dependencies: Object.fromEntries(names.map((name) => [name, '0.1.0'])) })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tijdig web '))
  write('package-lock.json', '{}')
  write('tsconfig.json', '{}')
  write('apps/web/package.json', uses('@tijdig/ui', '@tijdig/server', 'react'))
  write('apps/web/src/main.tsx', 'start()')
  write('apps/server/package.json', uses('@tijdig/store'))
  write('apps/server/src/api/contract.ts', 'export type A = 1')
  write('packages/ui/package.json', uses('@tijdig/core'))
  write('packages/ui/src/button.tsx', 'button')
  write('packages/core/package.json', uses())
  write('packages/core/src/day.ts', 'day')
  write('packages/store/package.json', uses())
  write('packages/store/src/log.ts', 'log')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const expectRebuild = (path: string, rebuild: boolean) => {
  const before = hashOfSources(folder)
  write(path, 'something else')
  expect(hashOfSources(folder) !== before).toBe(rebuild)
}

test('a change in the web application, or in what it is built from, asks for a new build', () => {
  expectRebuild('apps/web/src/main.tsx', true)
  expectRebuild('apps/web/src/features/new.tsx', true)
  expectRebuild('packages/ui/src/button.tsx', true)
  expectRebuild('packages/core/src/day.ts', true)
  expectRebuild('apps/server/src/api/contract.ts', true)
  expectRebuild('package-lock.json', true)
})

test('a change elsewhere, in a test or in what was built does not', () => {
  expectRebuild('packages/store/src/log.ts', false)
  expectRebuild('apps/web/src/main.test.tsx', false)
  expectRebuild('apps/web/README.md', false)
  expectRebuild('apps/web/dist/index.html', false)
})
