import type { PartReading } from './part-reading.ts'
import type { ProgrammeReading } from './programme-reading.ts'

/** A milestone on a line of time. */
export interface MilestoneMark {
  readonly part: PartReading
  /** Its own line first, then the others for which it counts. */
  readonly lines: readonly string[]
  readonly reports: readonly string[]
  /** The day on which it was reached; else on which it is due; null: no day is known. */
  readonly day: string | null
  readonly standing: 'reached' | 'late' | 'due' | 'no-day' | 'dropped'
}

/** The milestones of a programme by day; those without a day come last, in the order of the tree. */
export function milestoneLine({ parts }: ProgrammeReading): MilestoneMark[] {
  return parts
    .filter(({ route }) => route === 'programme-milestone')
    .map((part): MilestoneMark => {
      const day = part.doneOn ?? part.due?.due ?? null
      return {
        part,
        lines: [...(part.line === null ? [] : [part.line]), ...part.alsoLines],
        reports: part.reports,
        day,
        standing: standingOf(part),
      }
    })
    .sort((a, b) => compareDay(a.day, b.day))
}

function standingOf({ light, due }: PartReading): MilestoneMark['standing'] {
  if (light === 'done') return 'reached'
  if (light === 'dropped') return 'dropped'
  if (!due) return 'no-day'
  return due.isPassed ? 'late' : 'due'
}

function compareDay(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}
