import { ok, type Result } from '@tijdig/core'
import { draftSchema, type findText, promptsOfText } from '@tijdig/drafts'
import { writeMarkdoc } from '@tijdig/drafts/markdoc'
import type { ReportDocument, Template, TemplateError } from '@tijdig/reports'
import type { Draft } from '@tijdig/store'
import { place } from '../ask.ts'
import { buildReport, calculateReport, type ReportFigures } from '../compose-report.ts'
import type { House } from '../house.ts'
import type { HouseError } from '../house-error.ts'
import { prepareReport } from '../make-report.ts'
import { reporting } from '../reporting.ts'
import { questionOfDraft } from './draft-question.ts'

type Text = NonNullable<ReturnType<typeof findText>>

/** What is wrong with a text, and where in it. */
export interface DraftProblem {
  readonly from: number
  readonly to: number
  readonly message: string
}

export interface BuiltDraft {
  /** The report of all that is right; undefined where nothing can be shown. */
  readonly document: ReportDocument | undefined
  readonly problems: readonly DraftProblem[]
  /** Of which it has figures: who may not have those of one, may not have what was built. */
  readonly routes: ReadonlySet<string>
}

/** What is left out of a preview may make something else wrong: a heading that goes, for one. */
const ROUNDS = 6

/**
 * Makes a report of a text as far as that goes: a block with a mistake is told and left out, so that
 * the rest is still to be seen.
 */
export async function buildDraft(
  house: House,
  draft: Draft,
  text: Text,
): Promise<Result<BuiltDraft, HouseError>> {
  const problems: DraftProblem[] = promptsOfText(text).map(({ from, to, question }) => ({
    ...{ from, to },
    message: `Hier schrijft u zelf: “${question}”`,
  }))
  const routes = new Set([draft.route])
  const starts = text.children.map((_, index) => startOf(text, index))
  let kept = text.children.map((_, index) => index)
  for (let round = 0; round < ROUNDS; round++) {
    const shown = text.type.create(
      null,
      kept.length > 0 ? kept.map((index) => text.child(index)) : draftSchema.node('paragraph'),
    )
    const written = writeMarkdoc(draft.head, shown)
    const made = await buildSource(house, draft, written.source)
    if (!made.ok) return made
    for (const route of made.value.routes) routes.add(route)
    const { document } = made.value
    if (document.ok) return ok({ document: document.value, problems, routes })
    const wrong = new Set<number>()
    for (const { line, message } of document.error) {
      const index = kept[written.placeOf(line).block] ?? 0
      const from = starts[index] ?? 0
      wrong.add(index)
      problems.push({ from, to: from + text.child(index).nodeSize, message })
    }
    kept = kept.filter((index) => !wrong.has(index))
  }
  return ok({ document: undefined, problems, routes })
}

interface BuiltSource {
  readonly document: Result<ReportDocument, TemplateError[]>
  readonly routes: readonly string[]
}

async function buildSource(
  house: House,
  draft: Draft,
  source: string,
): Promise<Result<BuiltSource, HouseError>> {
  const { parseTemplate } = await reporting()
  const parsed = parseTemplate(source)
  if (!parsed.ok) return ok({ document: parsed, routes: [] })
  const calculated = await calculateSource(house, draft, source)
  if (!calculated.ok) return calculated
  const document = await buildReport(house, parsed.value, calculated.value, undefined)
  return ok({ document, routes: calculated.value.routes })
}

/** All that a template takes its numbers from, under the question of a draft. */
export async function calculateSource(
  house: House,
  draft: Draft,
  source: string,
): Promise<Result<ReportFigures, HouseError>> {
  const { comparedWith, ...question } = questionOfDraft(draft)
  const prepared = await prepareReport(house, {
    ...question,
    template: draft.template,
    source,
    ...(comparedWith !== null && { comparedWith }),
  })
  return prepared.ok ? ok(await calculateOnce(house, prepared.value)) : prepared
}

/** Words change more often than figures: what was calculated last is kept, for some questions. */
const MOST_KEPT = 8
const calculated = new WeakMap<House, Map<string, Promise<ReportFigures>>>()

async function calculateOnce(
  house: House,
  {
    template,
    question,
    comparedWith,
  }: {
    readonly template: Template
    readonly question: Parameters<typeof place>[0]
    readonly comparedWith: Parameters<typeof place>[0] | undefined
  },
): Promise<ReportFigures> {
  const { neededFigures, usedIndicators } = await reporting()
  const known = calculated.get(house) ?? new Map<string, Promise<ReportFigures>>()
  calculated.set(house, known)
  return house.facts.use(async (file) => {
    const placed = place(question, file)
    const key = JSON.stringify([
      ...[template.id, template.protection, neededFigures(template), usedIndicators(template)],
      ...[placed, comparedWith],
    ])
    const found = known.get(key)
    if (found) return found
    const made = calculateReport(house, file, template, placed, comparedWith)
    known.set(key, made)
    made.catch(() => known.delete(key))
    for (const old of [...known.keys()].slice(0, -MOST_KEPT)) known.delete(old)
    return made
  })
}

function startOf(text: Text, index: number): number {
  let start = 0
  for (let at = 0; at < index; at++) start += text.child(at).nodeSize
  return start
}
