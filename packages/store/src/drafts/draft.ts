import type { Json } from '../publication/publication.ts'

/** What a draft is begun with; its text is of the form that `drafts` knows, kept as JSON. */
export interface NewDraft {
  readonly organisation: string
  readonly route: string
  readonly template: string
  readonly title: string
  readonly head: string
  readonly question: Json
  readonly text: Json
}

export type DraftState = 'writing' | 'submitted' | 'approved' | 'published' | 'discarded'

/** Who did something to a draft, and when: a moment in RFC 3339. */
export interface DraftAct {
  readonly person: string
  readonly name: string
  readonly at: string
}

/** A draft in a list. */
export interface DraftLine {
  readonly id: string
  readonly route: string
  readonly template: string
  readonly title: string
  readonly question: Json
  readonly state: DraftState
  /** How many steps were written. */
  readonly version: number
  readonly begun: DraftAct
  /** Who wrote in it last; who began it, where nobody did. */
  readonly written: DraftAct
}

export interface Draft extends DraftLine {
  readonly head: string
  readonly events: readonly DraftEvent[]
}

type DraftEventKind =
  | 'submitted'
  | 'taken-back'
  | 'rejected'
  | 'approved'
  | 'published'
  | 'discarded'

export interface DraftEvent extends DraftAct {
  readonly kind: DraftEventKind
  readonly version: number
  readonly reason: string | null
  readonly publication: number | null
}

export interface NewDraftEvent {
  readonly kind: Exclude<DraftEventKind, 'published'>
  /** Of the text that is meant. */
  readonly version: number
  readonly reason?: string | undefined
}

/** The text at some version, and the steps that follow on it. */
export interface DraftText {
  readonly version: number
  readonly text: Json
  readonly steps: readonly DraftStep[]
}

export interface DraftStep extends DraftAct {
  readonly version: number
  readonly step: Json
  readonly client: string
}

export interface DraftMoment extends DraftAct {
  readonly id: string
  readonly version: number
  /** What somebody called it; null: kept by itself. */
  readonly called: string | null
}

export interface DraftRemark extends DraftAct {
  readonly id: string
  readonly thread: string | null
  readonly kind: 'remark' | 'answer' | 'resolved' | 'reopened'
  readonly place: { readonly version: number; readonly from: number; readonly to: number } | null
  readonly quote: string | null
  readonly words: string | null
}

export type NewDraftRemark = Pick<DraftRemark, 'kind' | 'thread' | 'place' | 'quote' | 'words'>

/** Why something was not added to a draft: expected where people work at once. */
export type DraftRefusal = 'behind' | 'closed' | 'not-now' | 'same-person' | 'not-a-publisher'
