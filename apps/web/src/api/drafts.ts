import { queryOptions } from '@tanstack/react-query'
import type { TagUse } from '@tijdig/drafts'
import type {
  AddedStepsView,
  Audience,
  DraftChanges,
  DraftLineView,
  DraftMomentView,
  DraftProblemView,
  DraftVersion,
  DraftView,
  ExplanationNodes,
  NewDraftEventView,
  NewRemark,
  PublicationLine,
  TagValueView,
} from '@tijdig/server/contract'
import { getJson, postJson } from './client.ts'

const at = (id: string, part = '') => `drafts/${encodeURIComponent(id)}${part}`

export const draftsQuery = queryOptions({
  queryKey: ['drafts'],
  queryFn: ({ signal }) => getJson<DraftLineView[]>('drafts', {}, signal),
})

/** What a draft is and what may be done with it. The text in it is that of when it was asked. */
export function draftQuery(id: string) {
  return queryOptions({
    queryKey: ['draft', id],
    queryFn: ({ signal }) => getJson<DraftView>(at(id), {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function draftMomentsQuery(id: string) {
  return queryOptions({
    queryKey: ['draft-moments', id],
    queryFn: ({ signal }) => getJson<DraftMomentView[]>(at(id, '/moments'), {}, signal),
    staleTime: 0,
  })
}

export function draftProblemsQuery(id: string, version: number) {
  return queryOptions({
    queryKey: ['draft-problems', id, version],
    queryFn: ({ signal }) => getJson<DraftProblemView[]>(at(id, '/problems'), { version }, signal),
  })
}

export function beginDraft(order: {
  readonly template: string
  readonly cutOff: string
  readonly knownAt: string
  readonly comparedWith?: string | undefined
  readonly from?: number | undefined
}): Promise<{ readonly id: string }> {
  return postJson('drafts', order)
}

export function getDraftChanges(id: string, after: number): Promise<DraftChanges> {
  return getJson<DraftChanges>(at(id, '/changes'), { after })
}

export function addDraftSteps(
  id: string,
  added: { readonly after: number; readonly client: string; readonly steps: readonly string[] },
): Promise<AddedStepsView> {
  return postJson<AddedStepsView>(at(id, '/steps'), added)
}

export function getDraftVersion(id: string, version: number): Promise<DraftVersion> {
  return getJson<DraftVersion>(at(id, `/versions/${version}`))
}

export function nameDraftMoment(id: string, version: number, name: string): Promise<void> {
  return postJson(at(id, '/moments'), { version, name })
}

export function decideDraft(id: string, event: NewDraftEventView): Promise<void> {
  return postJson(at(id, '/events'), event)
}

export function publishDraft(
  id: string,
  order: { readonly version: number; readonly audience: Audience },
): Promise<PublicationLine> {
  return postJson<PublicationLine>(at(id, '/publication'), order)
}

export function addDraftRemark(id: string, remark: NewRemark): Promise<void> {
  return postJson(at(id, '/remarks'), remark)
}

/** A use of a tag, and where it stands. */
export interface PlacedUse extends TagUse {
  readonly place: 'sentence' | 'line'
}

const sent = ({ tag, attributes, place }: PlacedUse) => ({
  tag,
  attributes: JSON.stringify(attributes),
  place,
})

export function getTagValues(id: string, uses: readonly PlacedUse[]): Promise<TagValueView[]> {
  return postJson<TagValueView[]>(at(id, '/values'), { uses: uses.map(sent) })
}

/** The nodes of a footnote that explains a figure. */
export async function explainFigure(id: string, use: TagUse): Promise<unknown[]> {
  const { nodes } = await postJson<ExplanationNodes>(at(id, '/explanation'), {
    use: sent({ ...use, place: 'sentence' }),
  })
  return JSON.parse(nodes) as unknown[]
}
