import type { PartReading, TaskAnswers } from './part-reading.ts'
import type { ProgrammeReading } from './programme-reading.ts'

/** What a change task answered, by region and period. */
export interface ChangeTask {
  readonly part: PartReading
  readonly answers: readonly TaskAnswers[]
}

/** The change tasks of a programme, with answers about one region or period where that is asked. */
export function changeTasks(
  { parts }: ProgrammeReading,
  only: { readonly region?: string; readonly period?: string } = {},
): ChangeTask[] {
  return parts
    .filter(({ kind, route }) => route === 'programme-line' && kind === 'change-task')
    .map((part) => ({
      part,
      answers: part.answers.filter(
        ({ region, period }) =>
          (only.region === undefined || region === only.region) &&
          (only.period === undefined || period === only.period),
      ),
    }))
}
