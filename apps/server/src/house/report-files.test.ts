import type { Figure, IndicatorDefinition, IndicatorLabels, Question } from '@tijdig/figures'
import { protect } from '@tijdig/figures'
import { buildDocument, parseTemplate } from '@tijdig/reports'
import { strFromU8, unzipSync } from 'fflate'
import { parseHTML } from 'linkedom'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  openTaggedPdf,
  tagsIn,
  textAt,
} from '../../../../packages/reports/src/pdf/testing/tagged-pdf.ts'
import { publicationView } from '../api/views.ts'
import { findLibreOffice } from './open-document.ts'
import { contentOfPublication, REPORT_FILES, type ReportContent } from './report-files.ts'

/** Exact counts that stand nowhere else: two that are rounded, and one that is too small to show. */
const ROUNDED = { north: 8317, south: 4918 }
const SMALL = 7
const SEEN = /8\.?317|4\.?918|(?<![\d.,:-])7(?![\d.,:%-])/

/** A template that says nothing of protection. */
const TEMPLATE = `---
template: x/kanarie
title: Kanarie
description: Een proef.
route: x
author: Wij
period: quarter
---

## Deel

Er zijn {% figure indicator="x.children" by={place: "north"} /%} kinderen.{% footnote %}Waarvan {% figure indicator="x.children" by={place: "north", age: "young"} /%} jong.{% /footnote %}

{% table indicator="x.children" by=["place", "age"] caption="Kinderen" total=true /%}

{% chart indicator="x.children" by=["place", "age"] kind="stacked-bar" title="Kinderen" /%}

{% chart indicator="x.children" by=["place"] kind="map" title="Kinderen op de kaart" /%}
`

const dimension = (values: readonly string[]) => ({
  label: 'Deel',
  values: Object.fromEntries(values.map((value) => [value, value])),
})
const DIMENSIONS = { place: dimension(['north', 'south']), age: dimension(['young', 'old']) }
const LABELS: IndicatorLabels = {
  code: 'x.children',
  label: 'Kinderen',
  unit: 'kinderen',
  kind: 'count',
  versions: [{ version: 1, inForceFrom: '2022-01-01', words: 'Geteld.', hash: 'a'.repeat(64) }],
  dimensions: DIMENSIONS,
  tables: [],
}
const QUESTION: Question & { readonly position: number } = {
  route: 'x',
  cutOff: '2023-03-31',
  knownAt: '2023-04-14T21:59:59.999999Z',
  definitions: '2023-04-14',
  position: 12,
}

function figuresOf(): Figure[] {
  const count = (by: Record<string, string>, value: number): Figure => ({
    indicator: 'x.children',
    definition: 1,
    by,
    value,
  })
  return [
    count({ place: 'north' }, ROUNDED.north + SMALL),
    count({ place: 'south' }, ROUNDED.south),
    count({ age: 'young' }, SMALL),
    count({ age: 'old' }, ROUNDED.north + ROUNDED.south),
    count({ place: 'north', age: 'young' }, SMALL),
    count({ place: 'north', age: 'old' }, ROUNDED.north),
    count({ place: 'south', age: 'old' }, ROUNDED.south),
  ]
}

/** All that a person or a program can read of a file, without what only places it. */
async function readable(format: string, content: string | Uint8Array): Promise<string> {
  if (format === 'pdf') {
    const file = await openTaggedPdf(Buffer.from(content))
    const told = tagsIn(file.tree ?? raise()).map(({ dictionary }) => textAt(dictionary, 'Alt'))
    return [...file.pages.flat().map(({ text }) => text), ...told].join('\n')
  }
  if (format === 'docx' || format === 'odt') {
    const parts = Object.entries(unzipSync(Buffer.from(content)))
    const xml = parts.filter(([path]) => path.endsWith('.xml')).map(([, bytes]) => strFromU8(bytes))
    const descriptions = xml.flatMap((text) =>
      [...text.matchAll(/ descr="([^"]*)"/g)].map(([, words]) => words),
    )
    return [...xml.map((text) => text.replace(/<[^>]+>/g, '\n')), ...descriptions].join('\n')
  }
  if (format === 'html') {
    const { document } = parseHTML(String(content))
    const values = [...document.querySelectorAll('data')].map((data) => data.getAttribute('value'))
    for (const style of document.querySelectorAll('style')) style.remove()
    const words = [...document.querySelectorAll('*')]
      .filter(({ children }) => children.length === 0)
      .map(({ textContent }) => textContent)
    return [...words, ...values, document.body.textContent].join('\n')
  }
  return String(content).replaceAll(/"(hash|position|definition|version)": ?("[^"]*"|\d+)/g, '')
}

let content: ReportContent
beforeAll(async () => {
  const template = parseTemplate(TEMPLATE)
  if (!template.ok) throw new Error(JSON.stringify(template.error))
  const built = buildDocument({
    template: template.value,
    question: QUESTION,
    labels: [LABELS],
    figures: protect(figuresOf(), template.value.protection),
  })
  if (!built.ok) throw new Error(JSON.stringify(built.error))
  const frozen = {
    publication: { number: 1, html: undefined, pdf: undefined },
    asked: { ...QUESTION, protection: template.value.protection, tables: [], comparedWith: null },
    definitions: [],
    figures: figuresOf(),
    document: { template: TEMPLATE, report: built.value, hashes: { html: '', pdf: '' } },
  } as unknown as Parameters<typeof contentOfPublication>[1]
  const indicators = [{ code: 'x.children', label: 'Kinderen', versions: [{}] }]
  content = contentOfPublication(indicators as unknown as IndicatorDefinition[], frozen)
  expect(
    JSON.stringify(
      publicationView(
        {
          ...frozen,
          publication: { ...frozen.publication, publishedAt: 0, question: frozen.asked },
        } as unknown as Parameters<typeof publicationView>[0],
        false,
      ),
    ).replaceAll(/"(position|figures|definition)":\d+/g, ''),
  ).not.toMatch(SEEN)
})

describe('a report with counts that may not be seen', () => {
  it.each(REPORT_FILES.map((file) => [file.format, file] as const))(
    'shows none of them as %s',
    async (format, { make }) => {
      const made = await make(content)
      if (format === 'odt' && (await findLibreOffice()) === undefined) {
        expect(made).toMatchObject({ ok: false, error: { code: 'libreoffice-absent' } })
        return
      }
      if (!made.ok) throw new Error(made.error.reason)
      const text = await readable(format, made.value)
      expect(
        SEEN.exec(text)?.[0],
        text.slice(Math.max(0, text.search(SEEN) - 60)).slice(0, 120),
      ).toBe(undefined)
      if (!format.startsWith('definitions')) {
        expect(text).toMatch(/8\.?315/)
        expect(text).toMatch(/te weinig om te tonen|below-threshold/)
      }
    },
    60_000,
  )

  it('would be found out, had it been made of what was counted', () => {
    expect(`er zijn ${SMALL} kinderen`).toMatch(SEEN)
    expect('8.317').toMatch(SEEN)
    expect('2023-07-31, 17, 70, 7%').not.toMatch(SEEN)
  })
})

function raise(): never {
  throw new Error('the PDF has no tree of tags')
}
