import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the whole project, whatever folder the command was given in. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** @param {string[]} path */
export const inRoot = (...path) => join(root, ...path)
