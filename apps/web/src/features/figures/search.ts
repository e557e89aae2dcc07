import { type Asked, isDefinitions, readAsked } from '../../clocks/asked.ts'
import { readClockSearch, readTexts } from '../../clocks/clock-search.ts'

/** What the address of a figure holds. */
export interface FiguresSearch {
  readonly route?: string | undefined
  readonly cijfer?: string | undefined
  /** Dimensions, with a comma between; empty in words: `totaal`. */
  readonly per?: string | undefined
  readonly op?: string | undefined
  readonly bekend?: string | undefined
  /** The day whose definitions count, or `all`. */
  readonly definitie?: string | undefined
  /** The second question, `D@T` or `D@T#DEFINITIONS`. */
  readonly met?: string | undefined
  /** The figure whose change is drawn. */
  readonly uitleg?: string | undefined
}

/** No dimensions at all. */
export const TOTAL = 'totaal'

export function readFiguresSearch(search: Record<string, unknown>): FiguresSearch {
  const { op, bekend } = readClockSearch(search)
  return {
    ...readTexts(search, ['route', 'cijfer', 'per', 'uitleg']),
    ...(op === undefined ? {} : { op }),
    ...(bekend === undefined ? {} : { bekend }),
    ...(isDefinitions(search.definitie) ? { definitie: search.definitie } : {}),
    ...(readAsked(search.met) ? { met: String(search.met) } : {}),
  }
}

/** The question of an address, from where the clocks start. */
export function askedOfFigures(search: FiguresSearch, newest: Asked): Asked {
  return {
    cutOff: search.op ?? newest.cutOff,
    knownAt: search.bekend ?? newest.knownAt,
    ...(search.definitie === undefined ? {} : { definitions: search.definitie }),
  }
}
