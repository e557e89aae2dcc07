import { compareText } from '@tijdig/core'
import type { Figure, Shown } from './figure.ts'
import type { World } from './other-worlds.ts'
import { toNearest } from './protection-policy.ts'

export interface Threshold {
  readonly hideBelow: number
  readonly roundTo: number
}

type Hidden = ReadonlyMap<Figure, Extract<Shown, { kind: 'suppressed' }>>

/** One table, or the totals of it by fewer of its dimensions. */
interface Level {
  readonly dimensions: readonly string[]
  readonly figures: ReadonlyMap<string, Figure>
}

/** A table of counts with all totals of it that are shown beside it. */
export class CountTable {
  readonly #threshold: Threshold
  readonly #dimensions: readonly string[]
  /** The table itself first, then totals from the finest to that of everything. */
  readonly #levels: readonly Level[]

  constructor(
    cells: readonly Figure[],
    tables: readonly (readonly Figure[])[],
    threshold: Threshold,
  ) {
    this.#threshold = threshold
    const [first] = cells
    this.#dimensions = dimensionsOf(first)
    this.#levels = tables
      .filter(
        ([other]) =>
          other?.indicator === first?.indicator &&
          other?.definition === first?.definition &&
          dimensionsOf(other).every((dimension) => this.#dimensions.includes(dimension)),
      )
      .map((figures) => levelOf(figures))
      .sort((a, b) => b.dimensions.length - a.dimensions.length)
  }

  /** Whether all that is shown would be shown the same, and all that is hidden hidden the same. */
  looksTheSame(world: World, hidden: Hidden): boolean {
    return this.#levels.every(({ dimensions, figures }) => {
      const changes = new Map<string, number>()
      for (const { by, change } of world) {
        const name = nameOf(by, dimensions)
        changes.set(name, (changes.get(name) ?? 0) + change)
      }
      return [...changes].every(([name, change]) => {
        const figure = figures.get(name)
        const value = figure?.value ?? 0
        const reason = figure && hidden.get(figure)?.reason
        return change === 0 || this.#keeps(value, value + change, dimensions.length, reason)
      })
    })
  }

  #keeps(
    before: number,
    after: number,
    dimensions: number,
    reason: 'below-threshold' | 'would-reveal' | undefined,
  ): boolean {
    const { hideBelow, roundTo } = this.#threshold
    const small = reason === 'below-threshold'
    if (small) return after >= 0 && after < hideBelow
    if (after < (dimensions > 1 ? hideBelow : 0)) return false
    return reason !== undefined || toNearest(after, roundTo) === toNearest(before, roundTo)
  }

  /** What to hide to make a cell safer: the smallest in line with it, else the finest total. */
  nextToHide(cell: Figure, hidden: Hidden): Figure | undefined {
    const [own, ...totals] = this.#levels
    const inLine = [...(own?.figures.values() ?? [])].filter((other) => {
      const same = this.#dimensions.filter(
        (dimension) => other.by[dimension] === cell.by[dimension],
      )
      return same.length === this.#dimensions.length - 1 && !hidden.has(other)
    })
    if (inLine.length > 0) {
      return inLine.reduce((least, one) => ((one.value ?? 0) < (least.value ?? 0) ? one : least))
    }
    return totals
      .map(({ dimensions, figures }) => figures.get(nameOf(cell.by, dimensions)))
      .find((total) => total !== undefined && !hidden.has(total))
  }
}

function levelOf(figures: readonly Figure[]): Level {
  const dimensions = dimensionsOf(figures[0])
  return {
    dimensions,
    figures: new Map(figures.map((figure) => [nameOf(figure.by, dimensions), figure])),
  }
}

function dimensionsOf(figure: Figure | undefined): readonly string[] {
  return Object.keys(figure?.by ?? {}).sort(compareText)
}

function nameOf(by: Figure['by'], dimensions: readonly string[]): string {
  return JSON.stringify(dimensions.map((dimension) => by[dimension]))
}
