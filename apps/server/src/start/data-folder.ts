import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url))

/** The folder of the whole project. */
export function inProject(...path: readonly string[]): string {
  return resolve(ROOT, ...path)
}

/**
 * Where all that is kept stands: `TIJDIG_DATA`, else `.tijdig` in the project. Named from the
 * project's folder, so that the server and the command line find the same one from anywhere.
 */
export function dataFolder(environment: { readonly TIJDIG_DATA?: string | undefined }): string {
  return inProject(environment.TIJDIG_DATA || '.tijdig')
}

/** Where the keys of families stand: `TIJDIG_KEYS`, else `keys` in the data folder. */
export function keysFolder(
  environment: { readonly TIJDIG_KEYS?: string | undefined },
  data: string,
): string {
  return environment.TIJDIG_KEYS || join(data, 'keys')
}
