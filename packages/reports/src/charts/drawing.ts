import type { ChartDatum, ChartSpec } from './chart-spec.ts'

/** The room that a drawing has. Font sizes in pixels. */
export interface Frame {
  readonly document: Document
  readonly width: number
  readonly fontSize: number
  readonly lineHeight: number
}

export type Draw = (spec: ChartSpec, data: readonly ChartDatum[], frame: Frame) => Element
