import { compareText } from '@tijdig/core'
import type { IndicatorLabels, Shown } from '@tijdig/figures'
import type { TemplateError, TemplateErrorCode } from '../template/template-error.ts'
import { capital } from '../wording/capital.ts'
import { findPeriodWords } from '../wording/dutch-day.ts'
import type { Cell } from './cell.ts'
import type { FigurePart, FigureValue, Footnote, KeptValue } from './document.ts'
import { FigureShelf } from './figure-shelf.ts'
import type { ReportInput } from './report-input.ts'

/** What grows while a report is written: numbers given out, anchors taken, errors found. */
export class Writer {
  readonly input: ReportInput
  readonly shelf: FigureShelf
  readonly errors: TemplateError[] = []
  readonly footnotes: Footnote[] = []
  readonly #used = new Set<string>()
  readonly #anchors = new Set<string>()
  #tables = 0
  #charts = 0
  #headingLevel = 1

  constructor(input: ReportInput) {
    this.input = input
    this.shelf = new FigureShelf(input)
  }

  /** The indicators whose figures were written, in the order of the labels. */
  get used(): readonly IndicatorLabels[] {
    return this.input.labels.filter(({ code }) => this.#used.has(code))
  }

  fail(code: TemplateErrorCode, line: number, message: string): void {
    this.errors.push({ code, line, message })
  }

  nextTable(): { readonly id: string; readonly number: string } {
    this.#tables += 1
    return { id: this.anchor(`tabel-${this.#tables}`), number: `Tabel ${this.#tables}` }
  }

  nextChart(): { readonly id: string; readonly number: string } {
    this.#charts += 1
    return { id: this.anchor(`figuur-${this.#charts}`), number: `Figuur ${this.#charts}` }
  }

  /** A part that is left out may take a heading with it, and the next would then skip a level. */
  checkHeading(level: number, line: number): void {
    if (level > this.#headingLevel + 1) {
      const message = `Deze kop staat ${level - 1} niveaus diep zonder kop erboven. Zet de kop erboven buiten {% if %}.`
      this.fail('heading-level', line, message)
    }
    this.#headingLevel = level
  }

  /** An anchor made of words; used again it gets a number behind it. */
  anchor(words: string): string {
    const slug = slugOf(words)
    let anchor = slug
    for (let again = 2; this.#anchors.has(anchor); again++) anchor = `${slug}-${again}`
    this.#anchors.add(anchor)
    return anchor
  }

  figure(
    indicator: string,
    cells: readonly Cell[],
    text: string,
    shown: Shown,
    part: FigurePart = 'value',
  ): FigureValue {
    this.#used.add(indicator)
    const definition = this.shelf.versionOf(indicator)
    const name = ['cijfer', indicator, ...cells.slice(0, 1).flatMap(Object.entries).flat()]
    if (part !== 'value') name.push(part)
    const id = this.anchor(name.join('-'))
    // In one order of keys, however a database handed them over, so that the JSON stays the same.
    const source = { indicator, definition, part, cells: cells.map(inOrder) }
    return { kind: 'figure', id, text, shown: shownInOrder(shown), source }
  }

  /** What a programme keeps under a key, with its anchor. */
  kept(programme: string, key: string, text: string): KeptValue {
    const id = this.anchor(`feit-${programme}-${key}`)
    return { kind: 'kept', id, text, source: { programme, key } }
  }

  /** The labels of an indicator; an unknown one is an error that blocks. */
  labels(indicator: string, line: number): IndicatorLabels | undefined {
    const found = this.shelf.findLabels(indicator)
    if (!found) {
      const known = this.input.labels.map(({ code }) => code).join(', ')
      this.fail(
        'unknown-indicator',
        line,
        `Het cijfer "${indicator}" bestaat niet. Kies een van: ${known}.`,
      )
    }
    return found
  }

  /** Whether all dimensions and codes of a cell exist; what does not is an error that blocks. */
  checkCell(labels: IndicatorLabels, cell: Readonly<Record<string, unknown>>, line: number) {
    let right = true
    for (const [dimension, codes] of Object.entries(cell)) {
      if (!this.checkDimension(labels, dimension, line)) {
        right = false
        continue
      }
      for (const code of Array.isArray(codes) ? codes : [codes]) {
        if (typeof code === 'string' && this.#knowsCode(labels, dimension, code)) continue
        right = false
        this.fail(
          'unknown-code',
          line,
          `"${String(code)}" komt niet voor bij "${dimension}" van ${labels.code}. Verbeter de waarde.`,
        )
      }
    }
    return right
  }

  checkDimension(labels: IndicatorLabels, dimension: string, line: number): boolean {
    if (Object.hasOwn(labels.dimensions, dimension)) return true
    const known = Object.keys(labels.dimensions).join(', ')
    this.fail(
      'unknown-dimension',
      line,
      `${labels.code} is niet te verdelen naar "${dimension}". ${known === '' ? 'Laat de verdeling weg.' : `Kies een van: ${known}.`}`,
    )
    return false
  }

  /** A dimension whose codes are not listed takes any. */
  #knowsCode(labels: IndicatorLabels, dimension: string, code: string): boolean {
    const values = labels.dimensions[dimension]?.values ?? {}
    if (Object.hasOwn(values, code) || Object.keys(values).length === 0) return true
    return this.input.figures.some(
      (figure) => figure.indicator === labels.code && figure.by[dimension] === code,
    )
  }
}

/** What a code is called within a sentence: its label, a period in words, or itself. */
export function codeWords(labels: IndicatorLabels, dimension: string, code: string): string {
  const values = labels.dimensions[dimension]?.values ?? {}
  const label = Object.hasOwn(values, code) ? values[code] : undefined
  return label ?? findPeriodWords(code) ?? code
}

/** What a code is called at the head of a row. */
export function codeLabel(labels: IndicatorLabels, dimension: string, code: string): string {
  return capital(codeWords(labels, dimension, code))
}

function inOrder(cell: Cell): Cell {
  return Object.fromEntries(Object.entries(cell).sort(([a], [b]) => compareText(a, b)))
}

function shownInOrder(shown: Shown): Shown {
  switch (shown.kind) {
    case 'exact':
      return { kind: shown.kind, value: shown.value }
    case 'rounded':
      return { kind: shown.kind, value: shown.value, to: shown.to }
    case 'suppressed':
      return { kind: shown.kind, reason: shown.reason }
    case 'undefined':
      return { kind: shown.kind, reason: shown.reason }
  }
}

function slugOf(words: string): string {
  const plain = words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return plain === '' ? 'deel' : plain
}
