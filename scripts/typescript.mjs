import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './root.mjs'

/**
 * Runs a TypeScript file of the project in this same process, as if Node had been started with it:
 * its arguments are `process.argv` from 2 on, and its signals and exit code are ours.
 *
 * @param {string} path from the project's root
 * @param {string[]} args
 */
export async function runTypeScript(path, args) {
  const { register } = await import('tsx/esm/api')
  register({ tsconfig: join(root, 'tsconfig.json') })
  const file = join(root, path)
  process.argv = [process.execPath, file, ...args]
  await import(pathToFileURL(file).href)
}
