import type { Result } from '@tijdig/core'
import type { Kysely } from 'kysely'
import type { Doer } from '../audit/told.ts'
import type { Schema } from '../database/schema.ts'
import type { Json } from '../publication/publication.ts'
import type {
  Draft,
  DraftLine,
  DraftMoment,
  DraftRefusal,
  DraftRemark,
  DraftStep,
  DraftText,
  NewDraft,
  NewDraftEvent,
  NewDraftRemark,
} from './draft.ts'
import {
  findDraft,
  listDrafts,
  listMoments,
  listRemarks,
  readDraftText,
  readSteps,
} from './read-drafts.ts'
import { addEvent, addRemark, addSteps, beginDraft, keepMoment } from './write-drafts.ts'

/**
 * Texts of reports that people work on. Only ever added to. Who adds is whoever's session it is:
 * PostgreSQL finds that out, and holds everybody to their own organisation and to what may follow on
 * what; that the one who approves did not write it, too.
 */
export interface Drafts {
  begin(draft: NewDraft, by: Doer): Promise<string>
  list(organisation: string): Promise<readonly DraftLine[]>
  find(organisation: string, id: string): Promise<Draft | undefined>
  /** The text to read on from to a version, and the steps to it. */
  text(id: string, upTo: number): Promise<DraftText>
  steps(id: string, after: number): Promise<readonly DraftStep[]>
  addSteps(
    added: {
      readonly id: string
      readonly route: string
      readonly after: number
      readonly client: string
      readonly steps: readonly Json[]
    },
    by: Doer,
  ): Promise<Result<unknown, DraftRefusal>>
  keepMoment(
    moment: {
      readonly id: string
      readonly route: string
      readonly version: number
      readonly name: string | null
      readonly text: Json
    },
    by: Doer,
  ): Promise<void>
  moments(id: string): Promise<readonly DraftMoment[]>
  addEvent(
    id: string,
    route: string,
    event: NewDraftEvent,
    by: Doer,
  ): Promise<Result<unknown, DraftRefusal>>
  remarks(id: string): Promise<readonly DraftRemark[]>
  addRemark(id: string, route: string, remark: NewDraftRemark, by: Doer): Promise<void>
}

/** No draft has so many steps. */
const LAST = 2_147_483_647

export function openDrafts(database: Kysely<Schema>): Drafts {
  return {
    begin: (draft, by) => beginDraft(database, draft, by),
    list: (organisation) => listDrafts(database, organisation),
    find: (organisation, id) => findDraft(database, organisation, id),
    text: (id, upTo) => readDraftText(database, id, upTo),
    steps: (id, after) => readSteps(database, id, after, LAST),
    addSteps: (added, by) => addSteps(database, added, by),
    keepMoment: (moment, by) => keepMoment(database, moment, by),
    moments: (id) => listMoments(database, id),
    addEvent: (id, route, event, by) => addEvent(database, id, route, event, by),
    remarks: (id) => listRemarks(database, id),
    addRemark: (id, route, remark, by) => addRemark(database, id, route, remark, by),
  }
}
