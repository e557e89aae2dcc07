import type { Explanation, IndicatorLabels, ProtectedFigure, Question } from '@tijdig/figures'
import type { Template } from '../template/template.ts'
import type { PublicationStamp } from './document.ts'
import type { ProgrammeInput } from './programme-input.ts'

/** All that a report is made of; nothing else is looked up while it is built. */
export interface ReportInput {
  readonly template: Template
  readonly question: Question
  readonly labels: readonly IndicatorLabels[]
  /** What may be shown; a cell that is not there counts as 0. */
  readonly figures: readonly ProtectedFigure[]
  /** The changes since `comparedWith`, where the report is to tell them. */
  readonly explanations?: readonly Explanation[]
  readonly comparedWith?: Question
  /** By code: those of whose parts the template tells. */
  readonly programmes?: ReadonlyMap<string, ProgrammeInput>
  readonly publication?: PublicationStamp
}
