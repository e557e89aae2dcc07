import { readFileSync } from 'node:fs'
import { catalogue } from '@tijdig/catalogue'
import type {
  Explanation,
  Figure,
  IndicatorLabels,
  ProtectedFigure,
  Question,
} from '@tijdig/figures'
import { buildDocument } from '../document/build-document.ts'
import type { ReportDocument } from '../document/document.ts'
import type { ReportInput } from '../document/report-input.ts'
import { neededFigures } from '../template/needed-figures.ts'
import { parseTemplate } from '../template/parse-template.ts'
import type { Template } from '../template/template.ts'

const ROOT = new URL('../../../../', import.meta.url)

/** The readings of the example logs that were really published, as they must come out. */
export const READINGS = {
  '2023-04-06': {
    file: 'ot-2023-03.known-2023-04-06.json',
    question: otQuestion('2023-03-31', '2023-04-06T21:59:59.999999Z', '2023-04-06'),
  },
  '2023-04-14': {
    file: 'ot-2023-03.known-2023-04-14.json',
    question: otQuestion('2023-03-31', '2023-04-14T21:59:59.999999Z', '2023-04-14'),
  },
} as const

export type Reading = keyof typeof READINGS

/** Indicators in words, as the catalogue has them; the hash is of no matter here. */
function exampleLabels(): readonly IndicatorLabels[] {
  return catalogue.indicators.map(({ code, label, unit, dimensions, versions }) => ({
    code,
    label,
    unit,
    dimensions,
    kind: versions[0].measures[0]?.kind === 'share' ? 'share' : 'count',
    versions: versions.map(({ version, inForceFrom, words }) => ({
      version,
      inForceFrom,
      words,
      hash: String(version).padStart(64, '0'),
    })),
    tables: [],
  }))
}

export function readTemplate(path: string): Template {
  const read = parseTemplate(readFileSync(new URL(`catalogue/${path}`, ROOT), 'utf8'))
  if (!read.ok) throw new Error(JSON.stringify(read.error, null, 2))
  return read.value
}

export function exampleFigures(file: string): readonly ProtectedFigure[] {
  const rows = JSON.parse(
    readFileSync(new URL(`examples/${file}`, ROOT), 'utf8'),
  ) as readonly (Omit<Figure, 'definition'> & {
    readonly definition?: number
    readonly value: number
  })[]
  return rows.map((row) => ({
    ...row,
    definition: row.definition ?? 1,
    shown: { kind: 'exact', value: row.value },
  }))
}

export function exampleInput(path: string, reading: Reading): ReportInput {
  const { file, question } = READINGS[reading]
  return {
    template: readTemplate(path),
    question,
    labels: exampleLabels(),
    figures: exampleFigures(file),
  }
}

/** The same report as published, told against what was known a week earlier. */
export function publishedInput(path: string): ReportInput {
  return {
    ...exampleInput(path, '2023-04-14'),
    explanations: lateExplanations(),
    comparedWith: READINGS['2023-04-06'].question,
    publication: {
      number: 12,
      publishedAt: '2023-04-14T12:30:00Z',
      position: 5404,
      logHash: 'c0ffee'.padEnd(64, '0'),
    },
  }
}

export function getDocument(input: ReportInput): ReportDocument {
  const built = buildDocument(input)
  if (!built.ok) throw new Error(JSON.stringify(built.error, null, 2))
  return built.value
}

/** The norms of the made-up court orders, added up to the tables that the template needs. */
export function normsInput(): ReportInput {
  const template = readTemplate('jbjr/reports/progress.md')
  const rows = exampleFigures('jbjr-2023-03.known-2023-04-10.json')
  return {
    template,
    question: {
      route: 'jbjr',
      cutOff: '2023-03-31',
      knownAt: '2023-04-10T21:59:59.999999Z',
      definitions: '2023-04-10',
    },
    labels: exampleLabels(),
    figures: neededFigures(template).flatMap(({ indicator, by }) => addUp(rows, indicator, by)),
  }
}

const COUNTED = ['in-time', 'late', 'overdue']

function addUp(
  rows: readonly ProtectedFigure[],
  indicator: string,
  dimensions: readonly string[],
): readonly ProtectedFigure[] {
  const groups = new Map<string, ProtectedFigure[]>()
  for (const row of rows) {
    const key = JSON.stringify(dimensions.map((dimension) => row.by[dimension]))
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].map((group) => {
    const by = Object.fromEntries(dimensions.map((name) => [name, group[0]?.by[name] ?? '']))
    const sum = (outcomes?: readonly string[]) =>
      group
        .filter((row) => !outcomes || outcomes.includes(row.by.outcome ?? ''))
        .reduce((total, row) => total + (row.value ?? 0), 0)
    if (indicator === 'jbjr.norm') {
      const value = sum()
      return { indicator, definition: 1, by, value, shown: { kind: 'exact', value } }
    }
    const numerator = sum(['in-time'])
    const denominator = sum(COUNTED)
    const value = denominator === 0 ? null : numerator / denominator
    const shown =
      value === null
        ? ({ kind: 'undefined', reason: 'nothing-to-divide-by' } as const)
        : ({ kind: 'exact', value } as const)
    return { indicator, definition: 1, by, value, numerator, denominator, shown }
  })
}

/** Between the two readings nothing but late records moved the figures. */
function lateExplanations(): readonly Explanation[] {
  const key = (figure: Figure) => JSON.stringify([figure.indicator, figure.definition, figure.by])
  const before = new Map(
    exampleFigures(READINGS['2023-04-06'].file).map((figure) => [key(figure), figure.value ?? 0]),
  )
  return exampleFigures(READINGS['2023-04-14'].file)
    .filter(({ indicator, definition }) => indicator !== 'ot.status' || definition === 2)
    .map((figure) => {
      const from = before.get(key(figure)) ?? 0
      const to = figure.value ?? 0
      const { indicator, by } = figure
      return { indicator, by, from, to, late: to - from, corrected: 0, redefined: 0, happened: 0 }
    })
}

function otQuestion(cutOff: string, knownAt: string, definitions: string): Question {
  return { route: 'ot', cutOff, knownAt, definitions }
}
