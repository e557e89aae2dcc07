import { err, ok, type Result } from '@tijdig/core'
import { applySteps, mapPlace, type TagUse, textDifferences } from '@tijdig/drafts'
import { writeMarkdoc } from '@tijdig/drafts/markdoc'
import type { ReportDocument } from '@tijdig/reports'
import type { Draft, DraftRefusal, Json, NewDraftEvent, Publication } from '@tijdig/store'
import type {
  DraftChanges,
  DraftLineView,
  DraftMomentView,
  DraftRemarkView,
  DraftVersion,
  DraftView,
  NewRemark,
} from '../../api/drafts-contract.ts'
import type { Visitor } from '../../sign-in/visitor.ts'
import type { House } from '../house.ts'
import { type HouseError, houseError } from '../house-error.ts'
import { notAllowed } from '../permission.ts'
import { publish } from '../publish.ts'
import { beginDraft, type DraftOrder } from './begin-draft.ts'
import { type BuiltDraft, buildDraft, type DraftProblem } from './build-draft.ts'
import { doerOf, findOwnDraft, mayWriteReports } from './draft-access.ts'
import { questionOfDraft } from './draft-question.ts'
import { textAt } from './draft-text.ts'
import { draftLineView, draftView } from './draft-view.ts'
import { explainFigure } from './explain-figure.ts'
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
  publish(visitor: Visitor, id: string, version: number): Refusable<Publication>
  remark(visitor: Visitor, id: string, remark: NewRemark): Refusable<undefined>
}

export interface AddedSteps {
  readonly after: number
  readonly client: string
  readonly steps: readonly string[]
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
    withDraft(visitor, id, (draft) => builtAt(house, draft, Math.min(version, draft.version)))
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
        return ok(draftView(house, visitor, draft, text.toJSON()))
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
    values: (visitor, id, uses) => withDraft(visitor, id, (draft) => tagValues(house, draft, uses)),
    explanation: (visitor, id, use) =>
      withDraft(visitor, id, (draft) => explainFigure(house, draft, use)),
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
    publish: (visitor, id, version) =>
      withDraft(visitor, id, (draft) => publishDraft(house, visitor, draft, version)),
    remark: (visitor, id, { thread, kind, place, quote, words }) =>
      withDraft(visitor, id, async (draft) => {
        const known = await drafts.remarks(id)
        const isNew = kind === 'remark'
        if (!isNew && !known.some((one) => one.id === thread && one.thread === null)) {
          return err(houseError('draft-unknown', 'Deze opmerking is er niet.'))
        }
        if (isNew && (place === undefined || place.version > draft.version)) return behind()
        await drafts.addRemark(
          id,
          draft.route,
          {
            kind,
            thread: isNew ? null : (thread ?? null),
            place: isNew && place ? place : null,
            quote: isNew ? (quote ?? '') : null,
            words: kind === 'remark' || kind === 'answer' ? (words ?? '').trim() || '…' : null,
          },
          doerOf(visitor),
        )
        return ok(undefined)
      }),
  }
}

/** How many made previews are kept: the one that somebody looks at, for some people at once. */
const MOST_KEPT = 20
const previews = new WeakMap<House, Map<string, Promise<Result<BuiltDraft, HouseError>>>>()

async function builtAt(house: House, draft: Draft, version: number) {
  const known = previews.get(house) ?? new Map<string, Promise<Result<BuiltDraft, HouseError>>>()
  previews.set(house, known)
  // What comes in meanwhile counts too: as of the head of the log that the figures were read at.
  const { position } = await house.store.head()
  const key = `${draft.id} ${version} ${position}`
  const found = known.get(key)
  if (found) return found
  const made = textAt(house, draft.id, version).then((text) => buildDraft(house, draft, text))
  known.set(key, made)
  made.catch(() => known.delete(key))
  for (const old of [...known.keys()].slice(0, -MOST_KEPT)) known.delete(old)
  return made
}

/** Steps between moments that are kept by themselves, and how long one may lie back. */
const STEPS_APART = 60
const MINUTES_APART = 10

async function addSteps(
  house: House,
  visitor: Visitor,
  draft: Draft,
  { after, client, steps }: AddedSteps,
): Refusable<number> {
  const { drafts } = house.store
  const parsed: Json[] = []
  for (const step of steps) {
    try {
      parsed.push(JSON.parse(step) as Json)
    } catch {
      return err(houseError('steps-invalid', 'Deze wijziging is niet te lezen.'))
    }
  }
  if (after !== draft.version) return behind()
  const text = await textAt(house, draft.id, after)
  const next = applySteps(text, parsed)
  if (!next.ok) {
    return err(houseError('steps-invalid', 'Deze wijziging past niet in de tekst.'))
  }
  const { id, route } = draft
  const by = doerOf(visitor)
  const added = await drafts.addSteps({ id, route, after, client, steps: parsed }, by)
  if (!added.ok) return refused(added.error)
  const version = after + parsed.length
  const [last] = await drafts.moments(id)
  const minutes = last ? (house.now() / 1000 - Date.parse(last.at)) / 60_000 : MINUTES_APART
  if (version - (last?.version ?? 0) >= STEPS_APART || minutes >= MINUTES_APART) {
    const moment = { id, route, version, name: null, text: next.value.toJSON() as Json }
    await drafts.keepMoment(moment, by)
  }
  return ok(version)
}

async function decideDraft(
  house: House,
  visitor: Visitor,
  draft: Draft,
  event: NewDraftEvent,
): Refusable<undefined> {
  if (event.kind === 'rejected' && !event.reason?.trim()) {
    const reason = 'Zeg erbij waarom, zodat de schrijver verder kan.'
    return err(houseError('reason-missing', reason, 'reason'))
  }
  if (event.kind === 'submitted') {
    const right = await checkText(house, draft, event.version)
    if (!right.ok) return right
  }
  const added = await house.store.drafts.addEvent(draft.id, draft.route, event, doerOf(visitor))
  return added.ok ? ok(undefined) : refused(added.error)
}

async function checkText(house: House, draft: Draft, version: number): Refusable<undefined> {
  if (version !== draft.version) return behind()
  const made = await builtAt(house, draft, version)
  if (!made.ok) return made
  const { problems } = made.value
  if (problems.length === 0) return ok(undefined)
  const count = problems.length === 1 ? 'staat nog een fout' : `staan nog ${problems.length} fouten`
  return err(houseError('draft-faulty', `Er ${count} in de tekst. Verbeter die eerst.`))
}

async function publishDraft(
  house: House,
  visitor: Visitor,
  draft: Draft,
  version: number,
): Refusable<Publication> {
  if (draft.state !== 'approved') return refused('not-now')
  const right = await checkText(house, draft, version)
  if (!right.ok) return right
  const { source } = writeMarkdoc(draft.head, await textAt(house, draft.id, version))
  const { comparedWith, ...question } = questionOfDraft(draft)
  const order = {
    ...question,
    template: draft.template,
    source,
    ...(comparedWith !== null && { comparedWith }),
  }
  return publish(house, order, doerOf(visitor), { id: draft.id, version })
}

function remarksAt(
  remarks: readonly DraftRemarkOfStore[],
  steps: readonly Json[],
): DraftRemarkView[] {
  return remarks.map(({ id, thread, kind, place, quote, words, name, at }) => ({
    id,
    thread,
    kind,
    quote,
    words,
    name,
    at,
    place: place && mapPlace(place, steps.slice(place.version)),
  }))
}

type DraftRemarkOfStore = Awaited<ReturnType<House['store']['drafts']['remarks']>>[number]

function behind() {
  return refused('behind')
}

const REFUSALS = {
  behind: ['draft-behind', 'Iemand anders schreef intussen verder. Haal dat eerst op.'],
  closed: ['draft-closed', 'In dit concept kan nu niet worden geschreven.'],
  'not-now': ['draft-not-now', 'Dat kan niet meer: er is intussen iets met het concept gebeurd.'],
  'same-person': [
    'second-person-needed',
    'U schreef zelf als laatste in deze tekst. Laat een ander hem goedkeuren.',
  ],
  'not-a-publisher': ['not-allowed', 'Goedkeuren doet een rapporteur.'],
} as const satisfies Record<DraftRefusal, readonly [HouseError['code'], string]>

function refused(refusal: DraftRefusal) {
  const [code, reason] = REFUSALS[refusal]
  return err(houseError(code, reason))
}
