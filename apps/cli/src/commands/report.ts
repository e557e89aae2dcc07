import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { err, ok, type Result } from '@tijdig/core'
import {
  contentOfPublication,
  contentOfReport,
  findPublication,
  type House,
  type HouseError,
  makeReport,
  REPORT_FILES,
  type ReportContent,
  type ReportOrder,
} from '@tijdig/server'
import { defineCommand, type Given } from '../define-command.ts'
import { refused } from '../with-house.ts'
import { FORMATS, readFormats } from './report-formats.ts'

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
  usage: 'report SJABLOON --cut-off DAG --known-at DAG|MOMENT --out MAP | report NUMMER --out MAP',
  summary: 'Maakt een rapport in een map, zonder het te publiceren.',
  help: `${ORDER_HELP}
  NUMMER                 van een publicatie: haalt haar bestanden op, zonder dagen erbij
  --out MAP              hierin komen report.html, report.pdf, figures.csv en figures.json
  --format F             andere vormen, met een komma ertussen: ${FORMATS.join(', ')}`,
  options: { ...ORDER_OPTIONS, out: { type: 'string' }, format: { type: 'string' } },
  required: ['out'],
  words: { least: 1, most: 1, names: 'een sjabloon' },
  read(given) {
    const formats = readFormats(given.find('format'))
    if (!formats.ok) return formats
    const order = readOrder(given)
    const number = /^\d{1,9}$/.test(order.template) ? Number(order.template) : undefined
    const lacks = (['cut-off', 'known-at'] as const).find((name) => given.text(name) === '')
    if (number === undefined && lacks !== undefined) return err(`--${lacks} ontbreekt.`)
    return ok({ order, number, formats: formats.value, folder: resolve(given.text('out')) })
  },
  async run(house, { order, number, formats, folder }, surroundings) {
    const content =
      number === undefined ? await contentOfOrder(house, order) : await contentOf(house, number)
    if (!content.ok) return refused(surroundings, content.error)
    try {
      await mkdir(folder, { recursive: true })
      for (const { format, file, make } of REPORT_FILES) {
        if (!formats.includes(format)) continue
        const made = await make(content.value)
        if (!made.ok) return refused(surroundings, made.error)
        await writeFile(join(folder, file), made.value)
        surroundings.print(`${join(folder, file)}\n`)
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

type Content = Promise<Result<ReportContent, HouseError>>

async function contentOfOrder(house: House, order: ReportOrder): Content {
  const made = await makeReport(house, order)
  return made.ok ? ok(contentOfReport(house.catalogue.indicators, made.value)) : made
}

async function contentOf(house: House, number: number): Content {
  const found = await findPublication(house, number)
  return found.ok ? ok(contentOfPublication(house.catalogue.indicators, found.value)) : found
}
