import { readdirSync, readFileSync } from 'node:fs'
import { draftSchema } from '@tijdig/drafts'
import { readMarkdoc, writeMarkdoc } from '@tijdig/drafts/markdoc'
import { buildDocument, parseTemplate } from '@tijdig/reports'
import { describe, expect, it } from 'vitest'
import {
  exampleInput,
  normsInput,
  publishedInput,
} from '../../../../../packages/reports/src/testing/example-input.ts'

const folder = new URL('../../../../../catalogue/', import.meta.url)
const templates = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /^[^/]+\/reports\/.*\.md$/.test(path))

function roundTrip(source: string): string {
  const read = readMarkdoc(source)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const { head, text } = read.value
  return writeMarkdoc(head, draftSchema.nodeFromJSON(JSON.parse(JSON.stringify(text.toJSON()))))
    .source
}

describe('each template of the catalogue, read as a draft and written again', () => {
  it.each(templates)('%s is right, and comes back the same the second time', (path) => {
    const once = roundTrip(readFileSync(new URL(path, folder), 'utf8'))
    const parsed = parseTemplate(once)
    expect(parsed.ok ? [] : parsed.error).toEqual([])
    expect(roundTrip(once)).toBe(once)
  })

  it.each([
    ['ot/reports/progress.md, compared', () => publishedInput('ot/reports/progress.md')],
    ['ot/reports/progress.md', () => exampleInput('ot/reports/progress.md', '2023-04-14')],
    ['ozj/reports/quarterly.md', () => exampleInput('ozj/reports/quarterly.md', '2023-04-06')],
    ['jbjr/reports/progress.md', () => normsInput()],
  ])('%s gives the same report to the letter', (_path, inputOf) => {
    const input = inputOf()
    const written = parseTemplate(roundTrip(input.template.source))
    if (!written.ok) throw new Error(JSON.stringify(written.error))
    const after = buildDocument({ ...input, template: written.value })
    expect(after).toEqual(buildDocument(input))
    expect(after.ok).toBe(true)
  })
})
