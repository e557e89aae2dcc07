import type { Moment } from '@tijdig/core'
import type { DeliveredMonth } from '../delivery/delivered-month.ts'

/** What a publication freezes; the shapes inside belong to figures and reports. */
export interface NewPublication {
  /** `ot/progress` */
  readonly template: string
  readonly title: string
  readonly route: string
  readonly question: Json
  readonly publishedAt: Moment
  /** The position of the log at which it was read, and the hash that stood there, in hex. */
  readonly position: number
  readonly logHash: string
  readonly definitions: Json
  readonly figures: readonly Json[]
  readonly document: Json
  readonly html: string
  readonly pdf: Uint8Array
  /** What one organisation delivers to another; left out: it is for everybody who works here. */
  readonly delivered?: DeliveredMonth
  /** Left out: only for who signs in. */
  readonly open?: OpenToAll | undefined
}

/** `public`: for everybody. `chain`: for who signs in. */
export type Audience = 'public' | 'chain'

/** What a publication for everybody has beside the rest. */
interface OpenToAll {
  /** `ot-progress/2023-03-31`: below which it stands in the archive, for ever. */
  readonly address: string
  /** Its text without markup, to be searched. */
  readonly words: string
}

/** That it is not given out any more to who did not sign in. */
export interface Withdrawal {
  readonly at: Moment
  readonly reason: string
}

/** Numbers are given out without gaps, from 1; nothing of a publication ever changes. */
export interface Publication extends Omit<NewPublication, 'open'> {
  readonly number: number
  readonly audience: Audience
  /** Null where it is not for everybody. */
  readonly address: string | null
  readonly withdrawn: Withdrawal | null
}

/** A publication for everybody, in a list. */
export interface EditionLine {
  readonly address: string
  readonly template: string
  readonly title: string
  readonly author: string
  /** Empty where it was withdrawn, as is the period. */
  readonly description: string
  readonly period: string
  readonly cutOff: string
  readonly knownAt: string
  readonly publishedAt: Moment
  readonly withdrawn: Withdrawal | null
}

/** A publication for everybody. Its number is not told: numbers tell how many others there are. */
export type OpenPublication = Omit<Publication, 'number' | 'audience' | 'withdrawn'> & {
  readonly address: string
}

/** One of the archive; without content where it was withdrawn. */
export interface Edition extends Pick<EditionLine, 'address' | 'template' | 'title' | 'author'> {
  readonly publishedAt: Moment
  readonly withdrawn: Withdrawal | null
  readonly content: OpenPublication | null
}

/** A publication in a list: without its text and rows. */
export interface PublicationLine
  extends Omit<Publication, 'definitions' | 'figures' | 'document' | 'html' | 'pdf'> {
  readonly figureCount: number
}

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined }
