export interface Verification {
  readonly number: number
  readonly identical: boolean
  readonly position: number
  readonly eventsRead: number
  readonly differences: readonly Difference[]
}

/** Something of a publication that comes out otherwise when it is made again from the log. */
export interface Difference {
  readonly what: 'log' | 'definition' | 'figure' | 'document'
  readonly name: string
  readonly published: string
  readonly recalculated: string
}
