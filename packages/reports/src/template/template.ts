import type { Node } from '@markdoc/markdoc'
import type { Protection } from '@tijdig/figures'
import type { Period } from '../wording/period.ts'

/** How figures are protected against recognition of a child before they are shown. */
export type ProtectionName = Protection

/** For whom a publication is unless somebody says otherwise: everybody, or who signs in. */
export type AudienceName = 'public' | 'chain'

/** What stands above the text of a template. */
export interface TemplateHead {
  /** `ot/progress` */
  readonly id: string
  readonly title: string
  readonly description: string
  readonly route: string
  /** The organisation in whose name the report is published. */
  readonly author: string
  readonly protection: ProtectionName
  /** `chain` where the template does not say. */
  readonly audience: AudienceName
  readonly period: Period
  /** Versions that this report keeps to, by indicator, whatever is in force later. */
  readonly pinned: Readonly<Record<string, number>>
}

/** A template that was read and found right as far as can be seen without figures. */
export interface Template extends TemplateHead {
  /** The text that was read, to be frozen beside a publication. */
  readonly source: string
  readonly text: Node
}
