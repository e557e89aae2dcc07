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
}

/** Numbers are given out without gaps, from 1; nothing of a publication ever changes. */
export interface Publication extends NewPublication {
  readonly number: number
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
