import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readAudit } from './dependency-audit.mjs'
import { inRoot } from './root.mjs'

/**
 * What may be passed on together with a program under EUPL-1.2: licences without conditions on the
 * whole, the EUPL itself, and for letters the licence of letters. Apache-2.0 is one-way, which is
 * enough: those packages stay under their own licence.
 */
const LICENCES = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Unlicense',
  'OFL-1.1',
  'EUPL-1.2',
])

/**
 * MPL-2.0 asks that its own files stay under it and nothing of what stands beside them, and the EUPL
 * names it as one that it goes with. Only these, which we use as they come: another is looked at first.
 */
const UNDER_MPL: ReadonlySet<string> = new Set(['@resvg/resvg-wasm'])

interface Package {
  readonly name?: string
  readonly version?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly link?: boolean
  readonly dev?: boolean
  readonly optional?: boolean
  readonly hasInstallScript?: boolean
  readonly license?: string
  readonly scripts?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly allowScripts?: Readonly<Record<string, boolean>>
}

const read = (path: string): Package & { packages: Readonly<Record<string, Package>> } =>
  JSON.parse(readFileSync(path, 'utf8'))
const lock = read(inRoot('package-lock.json')).packages
const own = read(inRoot('package.json'))
const installed = Object.entries(lock).filter(
  ([path, { link }]) => path.includes('node_modules/') && !link,
)
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 13)

/** A package may stand here under another name than its own: `npm:typescript@7.0.2`. */
const exactOf = (version: string) => version.replace(/^npm:.+@/, '')

describe('what we ask for', () => {
  const folders = ['apps', 'packages'].flatMap((top) =>
    readdirSync(inRoot(top)).map((name) => inRoot(top, name)),
  )
  const files = [inRoot(), inRoot('catalogue'), ...folders]
    .map((folder) => join(folder, 'package.json'))
    .filter((file) => existsSync(file))

  it.each(files.map((file) => [file.slice(inRoot().length), file]))(
    'is one exact version each: %s',
    (_name, file) => {
      const { dependencies, devDependencies, optionalDependencies } = read(file)
      const all = { ...dependencies, ...devDependencies, ...optionalDependencies }
      const loose = Object.entries(all).filter(
        ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(exactOf(version)),
      )
      expect(loose).toEqual([])
    },
  )

  it('is what the lock file says', () => {
    for (const file of files) {
      const { dependencies, devDependencies } = read(file)
      for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
        if (name.startsWith('@tijdig/')) continue
        const below = dirname(file).slice(inRoot().length + 1)
        const entry = lock[`${below}/node_modules/${name}`] ?? lock[`node_modules/${name}`]
        expect([name, entry?.version]).toEqual([name, exactOf(version)])
      }
    }
  })
})

describe('what is installed', () => {
  it('has a hash each, by which what is fetched is checked', () => {
    expect(installed.length).toBeGreaterThan(300)
    const without = installed.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? ''))
    expect(without.map(([path]) => path)).toEqual([])
  })

  it('comes from whatever registry its keeper uses, and from nowhere else', () => {
    const elsewhere = installed.filter(([, { resolved }]) => resolved !== undefined)
    expect(elsewhere.map(([path, { resolved }]) => [path, resolved])).toEqual([])
  })

  it('runs a script while it is installed only where we allow it', () => {
    const scripted = installed.filter(([, { hasInstallScript }]) => hasInstallScript)
    const allowed = Object.keys(own.allowScripts ?? {}).sort()
    // What no package needs any more is not allowed either.
    const names = [...new Set(scripted.map(([path]) => nameOf(path)))].sort()
    expect(names.filter((name) => !ONLY_WHILE_DEVELOPING.includes(name))).toEqual(allowed)
  })
})

/** Allowed nowhere: on macOS a development tool could build a native watcher, and does without. */
const ONLY_WHILE_DEVELOPING = ['fsevents']

describe('what production has', () => {
  const production = installed.filter(([path, { dev }]) => !dev && existsSync(inRoot(path)))

  it('may be passed on with a program under EUPL-1.2', () => {
    expect(production.length).toBeGreaterThan(150)
    const others = production
      .map(([path]) => [nameOf(path), licenceOf(read(inRoot(path, 'package.json')))])
      .filter(([, licence]) => !LICENCES.has(licence ?? ''))
      .filter(([name = '', licence]) => !(licence === 'MPL-2.0' && UNDER_MPL.has(name)))
    expect(others).toEqual([])
  })

  it('would be found with a licence that forbids it', () => {
    expect(LICENCES.has(licenceOf({ license: 'AGPL-3.0-only' }))).toBe(false)
    expect(LICENCES.has(licenceOf({}))).toBe(false)
    expect(licenceOf({ license: '(GPL-2.0 OR MIT)' })).toBe('MIT')
  })

  it('is the version that the lock file says', () => {
    for (const [path, { version }] of production) {
      expect([path, read(inRoot(path, 'package.json')).version]).toEqual([path, version])
    }
  })
})

/** Of a choice the one that we take; of several together none, unless we know them all. */
function licenceOf({ license = '' }: Pick<Package, 'license'>): string {
  const choices = license.replace(/[()]/g, '').split(' OR ')
  return choices.find((choice) => LICENCES.has(choice)) ?? license
}

describe('what is known to be wrong with packages', () => {
  const report = (severity: string) =>
    JSON.stringify({
      auditReportVersion: 2,
      vulnerabilities: { left: { severity, range: '<2.0.0', fixAvailable: true } },
    })

  it('fails where it is serious', () => {
    for (const severity of ['high', 'critical']) {
      expect(readAudit(report(severity))).toEqual({
        asked: true,
        serious: [`left <2.0.0 is kwetsbaar (${severity}). Werk het bij.`],
      })
    }
    expect(readAudit(report('moderate'))).toEqual({ asked: true, serious: [] })
    expect(readAudit(`npm warn something\n${report('low')}\n`).asked).toBe(true)
  })

  it('is not taken for nothing where nobody answered', () => {
    for (const output of ['', 'npm error network', '{"statusCode":405,"error":{}}', '{ broken']) {
      expect(readAudit(output)).toEqual({ asked: false, serious: [] })
    }
  })
})
