import type { Day } from '@tijdig/core'

/** What one person is told of one day. */
export interface Digest {
  readonly id: string
  readonly day: Day
  readonly name: string
  readonly email: string
  readonly terms: readonly DigestTerm[]
}

/** How many terms of a kind there are: assigned to oneself, or in one's teams. */
export interface DigestTerm {
  readonly of: 'own' | 'team'
  readonly route: string
  /** The name of the clock. */
  readonly fact: string
  readonly overdue: number
  readonly today: number
  /** After today, before the week is out. */
  readonly week: number
  /** Not too late, and so near that one is warned: these are due today, this week or later. */
  readonly warned: number
}
