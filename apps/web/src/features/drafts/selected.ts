import type { DraftConnection } from './editor/draft-connection.ts'

/** A piece of the text that somebody wants to say something of. */
export interface Selected {
  readonly from: number
  readonly to: number
  readonly quote: string
}

export function selectedIn({ state: { selection, doc } }: DraftConnection): Selected {
  const { from, to } = selection
  return { from, to, quote: doc.textBetween(from, to, ' ') || 'dit onderdeel' }
}
