import { dayOfMoment, findDay, findMoment, formatDay } from '@tijdig/core'
import type { IndicatorLabels, ProtectedFigure, Question } from '@tijdig/figures'
import type { ProtectionName } from '../template/template.ts'
import { type Cell, cellKey, dimensionsKey } from './cell.ts'
import type { ReportInput } from './report-input.ts'

/** The figures of a report, each to be found by its cell, in the one version that counts here. */
export class FigureShelf {
  readonly #labels = new Map<string, IndicatorLabels>()
  readonly #figures = new Map<string, ProtectedFigure>()
  readonly #cells = new Map<string, Cell[]>()
  readonly #versions = new Map<string, number>()
  readonly #protection: ProtectionName

  constructor({ template, question, labels, figures }: ReportInput) {
    this.#protection = template.protection
    for (const indicator of labels) {
      this.#labels.set(indicator.code, indicator)
      const pinned = template.pinned[indicator.code] ?? question.pinned?.[indicator.code]
      this.#versions.set(indicator.code, pinned ?? versionInForce(indicator, question))
    }
    for (const figure of figures) {
      if (figure.definition !== this.#versions.get(figure.indicator)) continue
      this.#figures.set(figure.indicator + cellKey(figure.by), figure)
      const table = figure.indicator + dimensionsKey(Object.keys(figure.by))
      const cells = this.#cells.get(table)
      if (cells) cells.push(figure.by)
      else this.#cells.set(table, [figure.by])
    }
  }

  findLabels(indicator: string): IndicatorLabels | undefined {
    return this.#labels.get(indicator)
  }

  /** The version whose figures are shown; 1 for an indicator that nobody knows. */
  versionOf(indicator: string): number {
    return this.#versions.get(indicator) ?? 1
  }

  findFigure(indicator: string, cell: Cell): ProtectedFigure | undefined {
    return this.#figures.get(indicator + cellKey(cell))
  }

  /** The figure of a cell; where nothing was counted it is 0, and a share cannot be divided. */
  figureAt(indicator: string, cell: Cell): ProtectedFigure {
    const found = this.findFigure(indicator, cell)
    if (found) return found
    const base = { indicator, definition: this.versionOf(indicator), by: cell }
    if (this.findLabels(indicator)?.kind === 'share') {
      return { ...base, value: null, shown: { kind: 'undefined', reason: 'nothing-to-divide-by' } }
    }
    return this.#protection === 'exact'
      ? { ...base, value: 0, shown: { kind: 'exact', value: 0 } }
      : { ...base, value: 0, shown: { kind: 'rounded', value: 0, to: 5 } }
  }

  /** The cells of a table that lie where `where` says. */
  cellsOf(indicator: string, by: readonly string[], where: Cell): readonly Cell[] {
    const cells = this.#cells.get(indicator + dimensionsKey([...by, ...Object.keys(where)])) ?? []
    return cells.filter((cell) =>
      Object.entries(where).every(([dimension, code]) => cell[dimension] === code),
    )
  }
}

/** The newest version that is in force on the day of the question's definitions. */
function versionInForce(indicator: IndicatorLabels, question: Question): number {
  const day = findDay(question.definitions) === undefined ? knownOn(question) : question.definitions
  const versions = [...indicator.versions].sort((a, b) => a.version - b.version)
  const inForce = versions.filter(({ inForceFrom }) => inForceFrom <= day)
  return (inForce.at(-1) ?? versions[0])?.version ?? 1
}

function knownOn(question: Question): string {
  const moment = findMoment(question.knownAt)
  return moment === undefined ? question.knownAt : formatDay(dayOfMoment(moment))
}
