import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isInstalled } from './install.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tijdig install '))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const lock = (version: string) => ({
  packages: {
    '': { name: 'project' },
    'packages/core': { version: '0.1.0' },
    'node_modules/kysely': { version },
    'node_modules/only-on-windows': { version: '1.0.0', optional: true },
  },
})
const write = (path: string, content: object) =>
  writeFileSync(join(folder, path), JSON.stringify(content))
const fillNodeModules = (version: string) => {
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  write('node_modules/.package-lock.json', lock(version))
}

test('a bare clone is not installed', () => {
  write('package-lock.json', lock('1.0.0'))
  expect(isInstalled(folder)).toBe(false)
})

test('an installation that was cut short is none', () => {
  write('package-lock.json', lock('1.0.0'))
  mkdirSync(join(folder, 'node_modules', 'kysely'), { recursive: true })
  expect(isInstalled(folder)).toBe(false)
})

test('what npm installed by itself counts, until the lock asks for something else', () => {
  write('package-lock.json', lock('1.0.0'))
  fillNodeModules('1.0.0')
  expect(isInstalled(folder)).toBe(true)
  expect(isInstalled(folder)).toBe(true)
  write('package-lock.json', lock('1.0.1'))
  expect(isInstalled(folder)).toBe(false)
})
