import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { runNode } from './child.mjs'
import { root } from './root.mjs'

/**
 * Builds the web application when its sources differ from those of the last build.
 *
 * @returns {Promise<string | undefined>} why it did not work; nothing when it did
 */
export async function ensureWebBuilt() {
  const web = join(root, 'apps', 'web')
  const stamp = join(web, 'dist', '.sources')
  const hash = hashOfSources(root)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return undefined
  const started = performance.now()
  console.log('Webapplicatie bouwen.')
  // Gone first: a build that is cut short must not pass for a whole one.
  rmSync(stamp, { force: true })
  const vite = createRequire(join(web, 'package.json')).resolve('vite/package.json')
  const result = await runNode(join(dirname(vite), 'bin', 'vite.js'), ['build'], { cwd: web })
  if (result.code !== 0) {
    return `${result.output}\nHet bouwen van de webapplicatie is niet gelukt; hierboven staat waarom.`
  }
  writeFileSync(stamp, hash)
  console.log(`  klaar (${((performance.now() - started) / 1000).toFixed(1)} s)`)
  return undefined
}

/**
 * One hash over all that the web application is built from: itself, the packages of ours that it
 * depends on, the contract of the API, and the versions of everybody else's.
 *
 * @param {string} folder the project's folder
 */
export function hashOfSources(folder) {
  const hash = createHash('sha256')
  /** @param {string} path */
  const add = (path) =>
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(folder, path)))
      .update('\0')
  for (const source of webSources(folder)) {
    for (const path of filesBelow(folder, source)) add(path)
  }
  add('package-lock.json')
  add('tsconfig.json')
  return hash.digest('hex')
}

/** @param {string} folder */
function webSources(folder) {
  const sources = new Set(['apps/web', 'apps/server/src/api'])
  /** @param {string} path */
  const follow = (path) => {
    const { dependencies = {} } = JSON.parse(
      readFileSync(join(folder, path, 'package.json'), 'utf8'),
    )
    for (const name of Object.keys(dependencies)) {
      const own = `packages/${name.replace('@tijdig/', '')}`
      // The server is asked for types alone, and those are in its contract.
      if (!name.startsWith('@tijdig/') || name === '@tijdig/server' || sources.has(own)) continue
      sources.add(own)
      follow(own)
    }
  }
  follow('apps/web')
  return [...sources].filter((path) => existsSync(join(folder, path))).sort()
}

/**
 * @param {string} folder
 * @param {string} path
 * @returns {string[]}
 */
function filesBelow(folder, path) {
  return readdirSync(join(folder, path), { withFileTypes: true })
    .filter(({ name }) => !/^(node_modules|dist|README\.md)$|\.test\.tsx?$/.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const below = `${path}/${entry.name}`
      if (entry.isDirectory()) return filesBelow(folder, below)
      return entry.isFile() ? [below] : []
    })
}
