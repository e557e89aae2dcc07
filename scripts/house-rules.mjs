import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { clockReadings } from './house-rules/clock-readings.mjs'
import { readmeFindings } from './house-rules/readme-findings.mjs'
import { undefinedImports } from './house-rules/undefined-imports.mjs'

/**
 * The rules of this house that no tool on the market knows, each finding as one line for a person:
 * time and chance are passed in, the catalogue holds definitions only, each folder says what it is.
 *
 * @param {string} folder the project's folder
 * @returns {string[]}
 */
export function houseRuleFindings(folder) {
  const pure = ['packages', 'catalogue'].flatMap((path) => sourcesBelow(folder, path))
  /** @param {string} path */
  const read = (path) => readFileSync(join(folder, path), 'utf8')
  return [
    ...pure.flatMap((path) => clockReadings(path, read(path))),
    ...pure
      .filter((path) => path.startsWith('catalogue/'))
      .flatMap((path) => undefinedImports(path, read(path), definitionNames(folder))),
    ...readmeFindings(folder),
  ]
}

/**
 * The names that the catalogue may use of each package: those that its index takes from the files
 * that make up the language of definitions.
 *
 * @param {string} folder
 * @returns {Record<string, Set<string>>}
 */
function definitionNames(folder) {
  return Object.fromEntries(
    ['core', 'figures'].map((name) => {
      const index = join(folder, 'packages', name, 'src', 'index.ts')
      const text = existsSync(index) ? readFileSync(index, 'utf8') : ''
      return [`@tijdig/${name}`, namesFromDefinitionFiles(text)]
    }),
  )
}

/** @param {string} index the text of a package's index */
function namesFromDefinitionFiles(index) {
  const exported =
    /export\s*\{([^}]*)\}\s*from\s*'\.\/(?:define-[a-z-]+|route|indicator|norm)\.ts'/g
  const names = [...index.matchAll(exported)].flatMap(([, list = '']) => list.split(','))
  return new Set(names.map((name) => name.trim()).filter(Boolean))
}

/**
 * Sources, without tests and what exists for tests only.
 *
 * @param {string} folder
 * @param {string} path
 * @returns {string[]}
 */
function sourcesBelow(folder, path) {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    const below = `${path}/${entry.name}`
    if (entry.isDirectory()) {
      return /^(node_modules|dist|testing)$/.test(entry.name) ? [] : sourcesBelow(folder, below)
    }
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [below] : []
  })
}
