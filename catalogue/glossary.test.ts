import { readdirSync, readFileSync } from 'node:fs'
import {
  HANDOVER_EVENTS,
  HANDOVER_FACTS,
  ORGANISATION_KIND_LABELS,
  PARTY_EVENTS,
  PARTY_FACTS,
  PURPOSE_LABELS,
  ROLE_LABELS,
  type RouteDefinition,
} from '@tijdig/core'
import { OUTCOMES } from '@tijdig/figures'
import { describe, expect, it } from 'vitest'
import { catalogue } from './index.ts'

const glossary = readFileSync(new URL('../docs/glossary.md', import.meta.url), 'utf8')

/** The first two columns of the tables under a heading: English code to Dutch term. */
function rowsUnder(...headings: readonly string[]): Map<string, string> {
  let text = `\n${glossary}`
  for (const heading of headings) {
    const level = heading.indexOf(' ')
    const start = text.indexOf(`\n${heading}\n`)
    if (start < 0) throw new Error(`the glossary has no "${heading}"`)
    const rest = text.slice(start + heading.length + 1)
    const end = rest.search(new RegExp(`\\n#{1,${level}} `))
    text = end < 0 ? rest : rest.slice(0, end)
  }
  const rows = text.matchAll(/^\| `([^`]+)` \| ([^|]*) \|/gm)
  return new Map([...rows].map(([, code = '', dutch = '']) => [code, dutch.trim()]))
}

function labels(definitions: Readonly<Record<string, { readonly label: string }>>) {
  return Object.entries(definitions).map(([code, { label }]): [string, string] => [code, label])
}

/** As the glossary writes a code that more than one definition labels: the labels with commas. */
function joined(all: readonly (readonly [string, string])[]): Map<string, string> {
  const found = new Map<string, string[]>()
  for (const [code, label] of all) {
    const known = found.get(code)
    if (!known) found.set(code, [label])
    else if (!known.includes(label)) known.push(label)
  }
  return new Map([...found].map(([code, each]) => [code, each.join(', ')]))
}

const sorted = (rows: ReadonlyMap<string, string>) => [...rows].sort()

/** What a route has of its own, beside what every route has. */
function without<T>(all: Readonly<Record<string, T>>, shared: object): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !Object.hasOwn(shared, name)))
}

it.each([
  ['### Events', labels(PARTY_EVENTS)],
  ['### Fields', Object.values(PARTY_EVENTS).flatMap(({ fields }) => labels(fields))],
  ['### Facts', labels(PARTY_FACTS)],
])('the glossary has what every route has: %s', (part, expected) => {
  expect(sorted(rowsUnder('## Parties, of every route', part))).toEqual(sorted(joined(expected)))
})

it.each([
  ['### Events', labels(HANDOVER_EVENTS)],
  ['### Fields', Object.values(HANDOVER_EVENTS).flatMap(({ fields }) => labels(fields))],
  ['### Facts', labels(HANDOVER_FACTS)],
  ['### Terms', [termOf(HANDOVER_FACTS['handover-completed'])]],
])('the glossary has what every route has by which work is assigned: %s', (part, expected) => {
  expect(sorted(rowsUnder('## Handover, of every route', part))).toEqual(sorted(joined(expected)))
})

function termOf({ code, norm }: { code: string; norm: string }): [string, string] {
  return [code, norm]
}

it.each([
  ['## Roles', ROLE_LABELS],
  ['## Purposes', PURPOSE_LABELS],
  ['## Kinds of organisations', ORGANISATION_KIND_LABELS],
])('the glossary has all %s', (heading, words) => {
  expect(sorted(rowsUnder(heading))).toEqual(Object.entries(words).sort())
})

/** The rows of a route under each heading; with what every route has left out. */
function rowsOf(route: RouteDefinition) {
  const indicators = catalogue.indicators.filter((each) => each.route === route.code)
  const facts = without(route.facts, { ...PARTY_FACTS, ...HANDOVER_FACTS })
  const clocks = Object.values(facts).flatMap((fact) =>
    fact.kind === 'clock' ? [termOf(fact)] : [],
  )
  const events = without(route.events, { ...PARTY_EVENTS, ...HANDOVER_EVENTS })
  return {
    '### States': labels(route.states),
    '### Events': labels(events),
    '### Fields': Object.values(events).flatMap((event) => labels(event.fields)),
    '### Facts': labels(facts),
    '### Order': route.order.map((rule): [string, string] => [rule.code, rule.label]),
    '### Terms': clocks,
    '### Indicators': indicators.map((each): [string, string] => [each.code, each.label]),
    '### Dimensions': indicators.flatMap((each) => labels(each.dimensions)),
  }
}

type Rows = ReturnType<typeof rowsOf>

/** The parts of a programme have one heart: its words stand under route `programme` alone. */
const heart = catalogue.routes.filter(({ code }) => code === 'programme').map(rowsOf)[0]

function ownRows(code: string, part: keyof Rows, rows: Rows): [string, string][] {
  if (!code.startsWith('programme-')) return rows[part]
  const shared = new Set(heart?.[part].map((row) => row.join('\n')))
  return rows[part].filter((row) => !shared.has(row.join('\n')))
}

function hasHeading(code: string, part: string): boolean {
  const section = glossary.split(`\n## Route \`${code}\`\n`)[1]?.split('\n## ')[0] ?? ''
  return section.includes(`\n${part}\n`)
}

describe.each(catalogue.routes.map((route) => [route.code, route] as const))(
  'the glossary has the words of route %s',
  (code, route) => {
    const heading = `## Route \`${code}\``
    const rows = rowsOf(route)

    it.each(Object.keys(rows) as (keyof Rows)[])('%s', (part) => {
      expect(rows[part].length).toBeGreaterThan(0)
      const expected = ownRows(code, part, rows)
      if (expected.length === 0) expect(hasHeading(code, part)).toBe(false)
      else expect(sorted(rowsUnder(heading, part))).toEqual(sorted(joined(expected)))
    })
  },
)

it('the glossary has every outcome of a term, in the words of the figures', () => {
  const words = catalogue.indicators
    .flatMap((indicator) => Object.entries(indicator.dimensions))
    .find(([code]) => code === 'outcome')?.[1].values
  const expected = OUTCOMES.map((code): [string, string] => [code, words?.[code] ?? ''])
  expect(sorted(rowsUnder('## Outcomes of a term'))).toEqual(expected.sort())
})

it('the glossary has every report template, by its title', () => {
  const folder = new URL('./', import.meta.url)
  const templates = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^[^/\\]+[/\\]reports[/\\].*\.md$/.test(path),
  )
  const heads = templates.map((path): [string, string] => {
    const text = readFileSync(new URL(path.replaceAll('\\', '/'), folder), 'utf8')
    const value = (key: string) => new RegExp(`^${key}: (.+)$`, 'm').exec(text)?.[1] ?? ''
    return [value('template'), value('title')]
  })
  expect(heads.length).toBeGreaterThan(0)
  expect(sorted(rowsUnder('## Reports'))).toEqual(heads.sort())
})

it('every row of the glossary has four columns, each filled in', () => {
  const rows = glossary.split('\n').filter((line) => line.startsWith('| '))
  const odd = rows.filter((row) => {
    const cells = row.split('|').slice(1, -1)
    return (cells.length !== 4 && cells.length !== 2) || cells.some((cell) => cell.trim() === '')
  })
  expect(odd).toEqual([])
})
