import { ok } from '@tijdig/core'
import type { Explanation, IndicatorDefinition } from '@tijdig/figures'
import { type AskedChange, asLines, type Change, explainChange, isChanged } from '@tijdig/server'
import { defineCommand } from '../define-command.ts'
import { cellWords } from '../output/cell-words.ts'
import { change, clockTime, count, points, share } from '../output/dutch.ts'
import { textTable } from '../output/text-table.ts'
import { readChoice } from '../read-options.ts'
import { refused } from '../with-house.ts'

const FORMATS = ['table', 'json'] as const

interface Asked {
  readonly change: AskedChange
  readonly format: (typeof FORMATS)[number]
  readonly all: boolean
}

export const explain = defineCommand({
  name: 'explain',
  usage: 'explain A B [--route R]',
  summary: 'Zegt waardoor cijfers verschillen tussen twee publicaties of vragen.',
  help: `  A en B zijn elk het nummer van een publicatie, of een vraag: PEILDAG@BEKEND-OP, met eventueel
  #DAG-VAN-DE-DEFINITIES erachter. Elk verschil valt uiteen in vier delen die precies optellen:
  later bekend geworden, verbeterd of ingetrokken, anders gedefinieerd, en echt gebeurd.

  --route R              de route; nodig als A en B allebei vragen zijn
  --format F             table of json (standaard: table op een scherm, anders json)
  --all                  ook de cijfers die gelijk bleven, in de tabel

  tijdig explain --route ot 2023-03-31@2023-04-06 2023-03-31@2023-04-14`,
  options: {
    route: { type: 'string' },
    format: { type: 'string' },
    all: { type: 'boolean' },
  },
  words: { least: 2, most: 2, names: 'A en B' },
  read(given, { isTerminal }) {
    const format = readChoice(
      'format',
      given.find('format'),
      FORMATS,
      isTerminal ? 'table' : 'json',
    )
    if (!format.ok) return format
    const [from = '', to = ''] = given.words
    const asked: Asked = {
      change: { from, to, route: given.find('route') },
      format: format.value,
      all: given.has('all'),
    }
    return ok(asked)
  },
  async run(house, asked, surroundings) {
    const explained = await explainChange(house, asked.change)
    if (!explained.ok) return refused(surroundings, explained.error)
    const { explanations } = explained.value
    if (asked.format === 'json') {
      surroundings.print(asLines(explanations.map((row) => JSON.stringify(row))))
      return 0
    }
    const told = asked.all ? explanations : explanations.filter(isChanged)
    surroundings.print(asTable(house.catalogue.indicators, explained.value, told))
    return 0
  },
})

function asTable(
  indicators: readonly IndicatorDefinition[],
  { from, to, explanations }: Change,
  told: readonly Explanation[],
): string {
  const head = `Van peildag ${from.cutOff}, bekend op ${clockTime(from.knownAt)}, naar peildag ${to.cutOff}, bekend op ${clockTime(to.knownAt)}.\n`
  if (told.length === 0) return `${head}Geen van de ${explanations.length} cijfers is veranderd.\n`
  const byCode = new Map(indicators.map((each) => [each.code, each]))
  const columns = [
    'Van',
    'Later bekend',
    'Verbeterd',
    'Anders gedefinieerd',
    'Echt gebeurd',
    'Naar',
  ]
  const table = textTable(
    [
      { head: 'Cijfer' },
      { head: 'Verdeling' },
      ...columns.map((name) => ({ head: name, align: 'right' as const })),
    ],
    told.map((row) => {
      const indicator = byCode.get(row.indicator)
      const isShare = indicator?.versions[0].measures[0]?.kind === 'share'
      const level = isShare ? share : count
      const step = isShare ? points : change
      return [
        indicator?.label ?? row.indicator,
        cellWords(indicator, row.by),
        level(row.from),
        step(row.late),
        step(row.corrected),
        step(row.redefined),
        step(row.happened),
        level(row.to),
      ]
    }),
  )
  return `${head}\n${table}`
}
