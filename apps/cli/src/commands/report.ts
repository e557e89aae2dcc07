import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ok } from '@tijdig/core'
import { protect } from '@tijdig/figures'
import {
  figuresAsCsv,
  figuresAsJson,
  makeReport,
  type Report,
  type ReportOrder,
  reporting,
} from '@tijdig/server'
import { defineCommand, type Given } from '../define-command.ts'
import { refused } from '../with-house.ts'

/** What a report is ordered with, published or not. */
export const ORDER_OPTIONS = {
  'cut-off': { type: 'string' },
  'known-at': { type: 'string' },
  'compared-with': { type: 'string' },
} as const

export const ORDER_HELP = `  SJABLOON               bijvoorbeeld ot/progress; een begin dat bij één sjabloon past is genoeg
  --cut-off DAG          de peildag (JJJJ-MM-DD)
  --known-at DAG|MOMENT  wat toen bekend was
  --compared-with A      vertelt ook wat er veranderde sinds een publicatie (een nummer) of een
                         vraag (PEILDAG@BEKEND-OP)`

export function readOrder(given: Given): ReportOrder {
  return {
    template: given.words[0] ?? '',
    cutOff: given.text('cut-off'),
    knownAt: given.text('known-at'),
    comparedWith: given.find('compared-with'),
  }
}

export const report = defineCommand({
  name: 'report',
  usage: 'report SJABLOON --cut-off DAG --known-at DAG|MOMENT --out MAP',
  summary: 'Maakt een rapport in een map, zonder het te publiceren.',
  help: `${ORDER_HELP}
  --out MAP              hierin komen report.html, report.pdf, figures.csv en figures.json`,
  options: { ...ORDER_OPTIONS, out: { type: 'string' } },
  required: ['cut-off', 'known-at', 'out'],
  words: { least: 1, most: 1, names: 'een sjabloon' },
  read: (given) => ok({ order: readOrder(given), folder: resolve(given.text('out')) }),
  async run(house, { order, folder }, surroundings) {
    const made = await makeReport(house, order)
    if (!made.ok) return refused(surroundings, made.error)
    const files = await filesOf(house.catalogue.indicators, made.value)
    try {
      await mkdir(folder, { recursive: true })
      for (const [name, content] of Object.entries(files)) {
        await writeFile(join(folder, name), content)
        surroundings.print(`${join(folder, name)}\n`)
      }
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      surroundings.tell(
        `Er is niet te schrijven in ${folder} (${code ?? message}). Kies met --out een andere map.`,
      )
      return 1
    }
    return 0
  },
})

async function filesOf(
  indicators: Parameters<typeof figuresAsCsv>[0],
  { template, calculated, document }: Report,
): Promise<Record<string, string | Uint8Array>> {
  const { renderHtml, renderPdf } = await reporting()
  const figures = protect(calculated.figures, template.protection)
  return {
    'report.html': renderHtml(document),
    'report.pdf': await renderPdf(document),
    'figures.csv': figuresAsCsv(indicators, figures),
    'figures.json': figuresAsJson(indicators, figures),
  }
}
