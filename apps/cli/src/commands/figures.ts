import { ok } from '@tijdig/core'
import type { ProtectedFigure } from '@tijdig/figures'
import {
  type AskedQuestion,
  ask,
  figuresAsCsv,
  figuresAsJson,
  type House,
  type Narrowed,
} from '@tijdig/server'
import { defineCommand } from '../define-command.ts'
import { cellWords } from '../output/cell-words.ts'
import { count, share } from '../output/dutch.ts'
import { textTable } from '../output/text-table.ts'
import { readChoice } from '../read-options.ts'
import { refused } from '../with-house.ts'

const FORMATS = ['table', 'json', 'csv'] as const

interface Asked {
  readonly question: AskedQuestion
  readonly narrowed: Narrowed
  readonly format: (typeof FORMATS)[number]
}

export const figures = defineCommand({
  name: 'figures',
  usage: 'figures --route R --cut-off DAG --known-at DAG|MOMENT',
  summary: 'Berekent cijfers op een peildag, zoals toen bekend.',
  help: `  --route R              de route, bijvoorbeeld ot of jbjr
  --cut-off DAG          de peildag (JJJJ-MM-DD): de laatste dag die telt
  --known-at DAG|MOMENT  wat toen bekend was; een dag telt tot zijn einde in Nederland
  --definitions DAG|all  de definities van een dag, of elke versie apart (standaard: die van --known-at)
  --indicator I          alleen dit cijfer
  --by a,b               alleen naar deze verdelingen; --by "" geeft het totaal
  --format F             table, json of csv (standaard: table op een scherm, anders json)`,
  options: {
    route: { type: 'string' },
    'cut-off': { type: 'string' },
    'known-at': { type: 'string' },
    definitions: { type: 'string' },
    indicator: { type: 'string' },
    by: { type: 'string' },
    format: { type: 'string' },
  },
  required: ['route', 'cut-off', 'known-at'],
  read(given, { isTerminal }) {
    const format = readChoice(
      'format',
      given.find('format'),
      FORMATS,
      isTerminal ? 'table' : 'json',
    )
    if (!format.ok) return format
    const asked: Asked = {
      question: {
        route: given.text('route'),
        cutOff: given.text('cut-off'),
        knownAt: given.text('known-at'),
        definitions: given.find('definitions'),
      },
      narrowed: {
        indicator: given.find('indicator'),
        by: given
          .find('by')
          ?.split(',')
          .filter((name) => name !== ''),
      },
      format: format.value,
    }
    return ok(asked)
  },
  async run(house, { question, narrowed, format }, surroundings) {
    const answer = await ask(house, question, narrowed)
    if (!answer.ok) return refused(surroundings, answer.error)
    const { indicators } = house.catalogue
    const rows = answer.value.figures
    const written = {
      table: () => asTable(house, rows),
      json: () => figuresAsJson(indicators, rows),
      csv: () => figuresAsCsv(indicators, rows),
    } satisfies Record<Asked['format'], () => string>
    surroundings.print(written[format]())
    return 0
  },
})

function asTable({ catalogue }: House, rows: readonly ProtectedFigure[]): string {
  const indicators = new Map(catalogue.indicators.map((each) => [each.code, each]))
  return textTable(
    [{ head: 'Cijfer' }, { head: 'Verdeling' }, { head: 'Waarde', align: 'right' }],
    rows.map((figure) => {
      const indicator = indicators.get(figure.indicator)
      const version = (indicator?.versions.length ?? 1) > 1 ? ` #${figure.definition}` : ''
      return [
        `${indicator?.label ?? figure.indicator}${version}`,
        cellWords(indicator, figure.by),
        valueWords(figure),
      ]
    }),
  )
}

function valueWords({ value, numerator, denominator }: ProtectedFigure): string {
  if (denominator === undefined) return value === null ? '-' : count(value)
  const parts = `${count(numerator ?? 0)} van ${count(denominator)}`
  return value === null ? `niet te berekenen (${parts})` : `${share(value)} (${parts})`
}
