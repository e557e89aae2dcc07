import { writeFileSync } from 'node:fs'
import { buildLog } from './build-log.ts'

/** Writes the example again after one of the tables changed. */
writeFileSync(new URL('../programmes-2023.ndjson', import.meta.url), buildLog())
