import { writeFileSync } from 'node:fs'
import { coverSources } from './coverage.ts'
import { coveragePage } from './coverage-page.ts'

/** Writes the page again after a table, a log or an indicator changed. */
writeFileSync(new URL('../../docs/sources.md', import.meta.url), coveragePage(await coverSources()))
