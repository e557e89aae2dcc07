import type { ColumnType, Generated } from 'kysely'
import type { Audience } from '../publication/publication.ts'

/** The tables that ordinary queries read and write; bulk work goes past this, through COPY. */
export interface Schema {
  'tijdig.log': { identity: string; position: string; hash: Buffer; trajectories: number }
  'tijdig.trajectory': { number: number; id: string; route: string }
  'tijdig.event': { position: string; trajectory: number; hash: Buffer }
  'tijdig.current_fact': {
    trajectory: number
    fact: string
    key: string
    attributes: Record<string, string>
    valid_from: DayColumn
    started_on: DayColumn
    due_on: DayColumn | null
    met_on: DayColumn | null
    ended_on: DayColumn | null
  }
  'tijdig.trajectory_count': {
    audience: string
    state: string
    attribute: string
    value: string
    trajectories: string
  }
  'tijdig.search_count': { audience: string; part: string; trajectories: string }
  'tijdig.route_total': {
    route: string
    trajectories: string
    events: string
    last_valid_on: DayColumn
    last_recorded_at: MomentColumn
  }
  'tijdig.current_definition': { route: string; hash: string }
  'tijdig.publication': {
    number: Generated<number>
    template: string
    title: string
    route: string
    question: JsonColumn
    published_at: MomentColumn
    position: ColumnType<string, number, never>
    log_hash: Buffer
    definitions: JsonColumn
    figures: JsonColumn
    document: JsonColumn
    html: string
    pdf: Buffer
    audience: Audience
    address: string | null
    words: string | null
  }
  'tijdig.delivery': {
    number: number
    code: string
    route: string
    institution: string
    receiver: string
    month: string
    compared_with: number | null
    changed: number | null
  }
  'tijdig.delivery_failure': {
    code: string
    route: string
    institution: string
    receiver: string
    month: string
    tries: number
    failed_at: MomentColumn
  }
  'tijdig.withdrawal': { number: number; withdrawn_at: MomentColumn; reason: string }
}

/** Read as text through the functions of `columns.ts`, which keep every microsecond. */
type DayColumn = string
type MomentColumn = string
type JsonColumn = ColumnType<unknown, string, never>
