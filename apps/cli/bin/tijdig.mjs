#!/usr/bin/env node
import '../../../scripts/node-version.mjs'
import { fileURLToPath } from 'node:url'

const main = new URL('../src/main.ts', import.meta.url)
const tsconfig = fileURLToPath(new URL('../../../tsconfig.json', import.meta.url))

let tsx
try {
  tsx = await import('tsx/esm/api')
} catch (error) {
  if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ERR_MODULE_NOT_FOUND') throw error
  console.error('De pakketten van Tijdig zijn nog niet geïnstalleerd. Voer eerst npm start uit.')
  process.exit(1)
}
tsx.register({ tsconfig })
process.argv[1] = fileURLToPath(main)
await import(main.href)
