import { ok, type Result } from '@tijdig/core'
import { draftSchema, type TagUse } from '@tijdig/drafts'
import type { Block, Inline, ReportDocument } from '@tijdig/reports'
import type { Draft } from '@tijdig/store'
import type { Visitor } from '../../sign-in/visitor.ts'
import type { House } from '../house.ts'
import type { HouseError } from '../house-error.ts'
import { notAllowed } from '../permission.ts'
import { buildDraft } from './build-draft.ts'
import { mayWriteAll } from './draft-access.ts'

/** What a block shows under the question of its draft. */
export interface TagValue {
  /** The number in a sentence, or the head of a table or chart; null where it is wrong. */
  readonly text: string | null
  /** The first rows of a table or chart. */
  readonly rows: readonly (readonly string[])[]
  readonly problem: string | null
}

const MOST_ROWS = 6

/** What blocks show, each as if it stood alone in a report. */
export async function tagValues(
  house: House,
  visitor: Visitor,
  draft: Draft,
  uses: readonly (TagUse & { readonly place: 'sentence' | 'line' })[],
): Promise<Result<readonly TagValue[], HouseError>> {
  const blocks = uses.map(({ tag, attributes, place }) =>
    place === 'line'
      ? draftSchema.node('blockTag', { tag, attributes })
      : draftSchema.node('paragraph', null, [draftSchema.node('inlineTag', { tag, attributes })]),
  )
  // In sentences all at once: each that is right is one paragraph.
  const values: TagValue[] = []
  const sentences = blocks.filter((_, index) => uses[index]?.place === 'sentence')
  if (sentences.length > 0) {
    const text = draftSchema.node('doc', null, sentences)
    const built = await buildDraft(house, draft, text)
    if (!built.ok) return built
    if (!mayWriteAll(house, visitor, built.value.routes)) return notAllowed()
    const { document, problems } = built.value
    const shown = [...(document?.blocks ?? [])]
    let start = 0
    const found = sentences.map((block): TagValue => {
      const problem = problems.find(({ from }) => from === start)
      start += block.nodeSize
      if (problem) return wrong(problem.message)
      return { text: wordsOf(shown.shift()), rows: [], problem: null }
    })
    values.push(...found)
  }
  const lines: TagValue[] = []
  for (const [index, block] of blocks.entries()) {
    if (uses[index]?.place !== 'line') continue
    const built = await buildDraft(house, draft, draftSchema.node('doc', null, [block]))
    if (!built.ok) return built
    if (!mayWriteAll(house, visitor, built.value.routes)) return notAllowed()
    const [problem] = built.value.problems
    lines.push(problem ? wrong(problem.message) : summaryOf(built.value.document))
  }
  return ok(
    uses.map(({ place }) => {
      const value = place === 'sentence' ? values.shift() : lines.shift()
      if (!value) throw new Error('a block has no value')
      return value
    }),
  )
}

function wrong(problem: string): TagValue {
  return { text: null, rows: [], problem }
}

function wordsOf(block: Block | undefined): string {
  return block?.kind === 'paragraph' ? textOf(block.inlines).trim() : ''
}

function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) =>
      inline.kind === 'text' || inline.kind === 'figure' || inline.kind === 'kept'
        ? inline.text
        : 'inlines' in inline
          ? textOf(inline.inlines)
          : '',
    )
    .join('')
}

function summaryOf(document: ReportDocument | undefined): TagValue {
  const blocks = document?.blocks ?? []
  for (const block of blocks) {
    if (block.kind === 'parts') {
      const rows = block.rows.slice(0, MOST_ROWS)
      const left = block.rows.length - rows.length
      const more = left > 0 ? [[`en nog ${left} regels`]] : []
      return { text: block.caption, rows: [block.head, ...rows, ...more], problem: null }
    }
    if (block.kind !== 'table' && block.kind !== 'chart') continue
    const content = block.kind === 'table' ? block.content : block.table
    const rows = content.rows
      .slice(0, MOST_ROWS)
      .map(({ header, cells }) => [header, ...cells.map(({ text }) => text)])
    const left = content.rows.length - rows.length
    return {
      text: block.kind === 'table' ? block.caption : block.spec.title,
      rows: [content.head, ...rows, ...(left > 0 ? [[`en nog ${left} regels`]] : [])],
      problem: null,
    }
  }
  const words = blocks.map((block) => (block.kind === 'paragraph' ? textOf(block.inlines) : ''))
  return { text: words.filter((one) => one !== '').join(' '), rows: [], problem: null }
}
