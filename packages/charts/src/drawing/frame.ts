import { type PlotOptions, plot } from '@observablehq/plot'
import type { NumberKind } from '../notation/number.ts'

/** The room that a drawing has, and how it writes. Sizes in pixels. */
export interface Frame {
  readonly document: Document
  /** What the ids inside the drawing begin with. */
  readonly id: string
  readonly width: number
  readonly fontSize: number
  readonly lineHeight: number
  readonly write: (value: number, kind: NumberKind) => string
}

/** Plots with what every chart has in common. */
export function plotIn({ document, width }: Frame, options: PlotOptions): Element {
  return plot({ document, width, ...options })
}

/** Whether the room is that of a phone. */
export function isNarrow({ width }: Frame): boolean {
  return width < 500
}
