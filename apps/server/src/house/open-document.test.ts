import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { conversionArguments, findLibreOffice, toOpenDocument } from './open-document.ts'

let empty: string
beforeAll(async () => {
  empty = await mkdtemp(join(tmpdir(), 'tijdig-leeg-'))
})
afterAll(() => rm(empty, { recursive: true, force: true }))

describe('without LibreOffice', () => {
  it('there is none in an empty folder, nor in no folder', async () => {
    expect(await findLibreOffice(empty)).toBe(undefined)
    expect(await findLibreOffice('')).toBe(undefined)
  })

  it('says so, with a code that stays the same', async () => {
    const made = await toOpenDocument(new Uint8Array(), empty)
    expect(made).toMatchObject({ ok: false, error: { code: 'libreoffice-absent' } })
    expect(made.ok ? '' : made.error.reason).toContain('Word-bestand')
  })
})

it('works in a folder and with a profile of its own', () => {
  expect(conversionArguments('/tmp/een map', '/tmp/een map/report.docx')).toEqual([
    `-env:UserInstallation=${pathToFileURL('/tmp/een map/profile').href}`,
    '--headless',
    '--norestore',
    '--convert-to',
    'odt',
    '--outdir',
    join('/tmp/een map', 'out'),
    '/tmp/een map/report.docx',
  ])
})
