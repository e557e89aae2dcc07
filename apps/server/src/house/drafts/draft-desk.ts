import { ok, type Result } from '@tijdig/core'
import type { TagUse } from '@tijdig/drafts'
import { textDifferences } from '@tijdig/drafts/markdoc'
import type { ReportDocument } from '@tijdig/reports'
import type { Draft, Json, NewDraftEvent, Publication } from '@tijdig/store'
import type {
  DraftChanges,
  DraftLineView,
  DraftMomentView,
  DraftVersion,
  DraftView,
  NewRemark,
} from '../../api/drafts-contract.ts'
import type { Visitor } from '../../sign-in/visitor.ts'
import type { House } from '../house.ts'
import type { HouseError } from '../house-error.ts'
import { notAllowed } from '../permission.ts'
import { type AddedSteps, addSteps } from './add-steps.ts'
import { beginDraft, type DraftOrder } from './begin-draft.ts'
import type { DraftProblem } from './build-draft.ts'
import { type DraftPublication, decideDraft, publishDraft } from './decide-draft.ts'
import { doerOf, findOwnDraft, mayWriteReports } from './draft-access.ts'
import { behind } from './draft-refusals.ts'
import { addRemark, remarksAt } from './draft-remarks.ts'
import { textAt } from './draft-text.ts'
import { draftLineView, draftView } from './draft-view.ts'
import { explainFigure } from './explain-figure.ts'
import { previewDraft } from './preview-draft.ts'
import { type TagValue, tagValues } from './tag-values.ts'

type Refusable<T> = Promise<Result<T, HouseError>>

/** All that may be done with drafts; whose they are is decided for each call, before it is asked. */
export interface DraftDesk {
  begin(visitor: Visitor, order: DraftOrder): Refusable<string>
  list(visitor: Visitor): Refusable<readonly DraftLineView[]>
  open(visitor: Visitor, id: string): Refusable<DraftView>
  /** What others wrote after a version, and the remarks at their places in the text as it is now. */
  changes(visitor: Visitor, id: string, after: number): Refusable<DraftChanges>
  addSteps(visitor: Visitor, id: string, added: AddedSteps): Refusable<number>
  preview(visitor: Visitor, id: string, version: number): Refusable<ReportDocument | undefined>
  problems(visitor: Visitor, id: string, version: number): Refusable<readonly DraftProblem[]>
  values(
    visitor: Visitor,
    id: string,
    uses: readonly (TagUse & { readonly place: 'sentence' | 'line' })[],
  ): Refusable<readonly TagValue[]>
  explanation(visitor: Visitor, id: string, use: TagUse): Refusable<readonly unknown[]>
  moments(visitor: Visitor, id: string): Refusable<readonly DraftMomentView[]>
  nameMoment(visitor: Visitor, id: string, version: number, name: string): Refusable<undefined>
  version(visitor: Visitor, id: string, version: number): Refusable<DraftVersion>
  decide(visitor: Visitor, id: string, event: NewDraftEvent): Refusable<undefined>
  publish(visitor: Visitor, id: string, order: DraftPublication): Refusable<Publication>
  remark(visitor: Visitor, id: string, remark: NewRemark): Refusable<undefined>
}

export function openDraftDesk(house: House): DraftDesk {
  const { drafts } = house.store
  const withDraft = async <T>(
    visitor: Visitor,
    id: string,
    work: (draft: Draft) => Refusable<T>,
  ): Refusable<T> => {
    const draft = await findOwnDraft(house, visitor, id)
    return draft.ok ? work(draft.value) : draft
  }
  const built = (visitor: Visitor, id: string, version: number) =>
    withDraft(visitor, id, (draft) =>
      previewDraft(house, visitor, draft, Math.min(version, draft.version)),
    )
  return {
    begin: (visitor, order) => beginDraft(house, visitor, order),
    async list(visitor) {
      const routes = [...house.plans.keys()].filter((route) =>
        mayWriteReports(house, visitor, route),
      )
      if (routes.length === 0) return notAllowed()
      const lines = await drafts.list(visitor.actor.organisation)
      return ok(lines.filter(({ route }) => routes.includes(route)).map(draftLineView))
    },
    open: (visitor, id) =>
      withDraft(visitor, id, async (draft) => {
        const text = await textAt(house, id, draft.version)
        return ok(await draftView(house, visitor, draft, text.toJSON()))
      }),
    changes: (visitor, id, after) =>
      withDraft(visitor, id, async (draft) => {
        const all = await drafts.steps(id, 0)
        const version = all.length
        const steps = all.slice(after).map(({ step, client, name }) => ({
          step: JSON.stringify(step),
          client,
          name,
        }))
        const remarks = remarksAt(
          await drafts.remarks(id),
          all.map(({ step }) => step),
        )
        return ok({ version, state: draft.state, steps, remarks })
      }),
    addSteps: (visitor, id, added) =>
      withDraft(visitor, id, (draft) => addSteps(house, visitor, draft, added)),
    async preview(visitor, id, version) {
      const made = await built(visitor, id, version)
      return made.ok ? ok(made.value.document) : made
    },
    async problems(visitor, id, version) {
      const made = await built(visitor, id, version)
      return made.ok ? ok(made.value.problems) : made
    },
    values: (visitor, id, uses) =>
      withDraft(visitor, id, (draft) => tagValues(house, visitor, draft, uses)),
    explanation: (visitor, id, use) =>
      withDraft(visitor, id, (draft) => explainFigure(house, visitor, draft, use)),
    moments: (visitor, id) =>
      withDraft(visitor, id, async () =>
        ok(
          (await drafts.moments(id)).map(({ id: own, version, called, name, at }) => ({
            id: own,
            version,
            called,
            name,
            at,
          })),
        ),
      ),
    nameMoment: (visitor, id, version, name) =>
      withDraft(visitor, id, async (draft) => {
        if (version > draft.version) return behind()
        const text = (await textAt(house, id, version)).toJSON() as Json
        const moment = { id, route: draft.route, version, name, text }
        await drafts.keepMoment(moment, doerOf(visitor))
        return ok(undefined)
      }),
    version: (visitor, id, version) =>
      withDraft(visitor, id, async (draft) => {
        if (version > draft.version) return behind()
        const [then, now] = await Promise.all([
          textAt(house, id, version),
          textAt(house, id, draft.version),
        ])
        const differences = textDifferences(then, now).map((part) => ({ ...part }))
        return ok({ version, text: JSON.stringify(then.toJSON()), differences })
      }),
    decide: (visitor, id, event) =>
      withDraft(visitor, id, (draft) => decideDraft(house, visitor, draft, event)),
    publish: (visitor, id, order) =>
      withDraft(visitor, id, (draft) => publishDraft(house, visitor, draft, order)),
    remark: (visitor, id, remark) =>
      withDraft(visitor, id, (draft) => addRemark(house, visitor, draft, remark)),
  }
}
