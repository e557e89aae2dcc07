import Markdoc from '@markdoc/markdoc'
import { err, ok, type Result } from '@tijdig/core'
import { neededProgrammes } from '../template/needed-programmes.ts'
import { markdocConfig, type VariableName } from '../template/schema.ts'
import type { TemplateError } from '../template/template-error.ts'
import { dayWordsOfMoment, longDay, longMonth } from '../wording/dutch-day.ts'
import { periodWords } from '../wording/period.ts'
import { buildBlocks } from './build-blocks.ts'
import type { Metadata, QuestionAsked, ReportDocument } from './document.ts'
import type { ReportInput } from './report-input.ts'
import { Writer } from './writer.ts'

/**
 * Fills a template with figures. All that is wrong is told at once, and then there is no document:
 * a report with a hole in it is never shown.
 */
export function buildDocument(input: ReportInput): Result<ReportDocument, TemplateError[]> {
  const writer = new Writer(input)
  checkPinned(writer)
  const tree = Markdoc.transform(input.template.text, markdocConfig(variablesOf(input)))
  const blocks = buildBlocks(writer, tree)
  if (writer.errors.length > 0) return err([...writer.errors].sort((a, b) => a.line - b.line))
  return ok({
    format: 'tijdig-document/1',
    metadata: metadataOf(writer),
    blocks,
    footnotes: writer.footnotes,
  })
}

/** Without a prototype, so that a text cannot reach what was not put in. */
function variablesOf(input: ReportInput) {
  const { template, question, comparedWith, explanations } = input
  const values: Record<VariableName, string | boolean> = {
    title: template.title,
    period: periodWords(template.period, question.cutOff),
    cutOff: longDay(question.cutOff),
    cutOffMonth: longMonth(question.cutOff),
    knownAt: dayWordsOfMoment(question.knownAt),
    author: template.author,
    programmes: hasProgrammes(input),
    explained: comparedWith !== undefined && explanations !== undefined,
    earlierCutOff: comparedWith ? longDay(comparedWith.cutOff) : '',
    earlierKnownAt: comparedWith ? dayWordsOfMoment(comparedWith.knownAt) : '',
  }
  return Object.assign(Object.create(null), values) as Record<VariableName, string | boolean>
}

/** Whether each programme that the template names is there on the day that is asked about. */
function hasProgrammes({ template, programmes }: ReportInput): boolean {
  return neededProgrammes(template).every(
    (code) => (programmes?.get(code)?.reading.parts.length ?? 0) > 0,
  )
}

function checkPinned(writer: Writer): void {
  for (const [indicator, version] of Object.entries(writer.input.template.pinned)) {
    const labels = writer.labels(indicator, 1)
    if (!labels || labels.versions.some((one) => one.version === version)) continue
    writer.fail(
      'unknown-definition',
      1,
      `${indicator} heeft geen definitie ${version}. Verbeter "pinned" in de kop.`,
    )
  }
}

function metadataOf(writer: Writer): Metadata {
  const { template, question, comparedWith, publication } = writer.input
  return {
    template: template.id,
    title: template.title,
    description: template.description,
    language: 'nl',
    author: template.author,
    route: template.route,
    period: periodWords(template.period, question.cutOff),
    protection: template.protection,
    question: asked(question),
    comparedWith: comparedWith ? asked(comparedWith) : null,
    definitions: writer.used.flatMap((labels) => {
      const used = writer.shelf.versionOf(labels.code)
      return labels.versions
        .filter(({ version }) => version === used)
        .map(({ version, inForceFrom, words, hash }) => ({
          indicator: labels.code,
          label: labels.label,
          version,
          inForceFrom,
          pinned: template.pinned[labels.code] !== undefined,
          words,
          hash,
        }))
    }),
    publication: publication
      ? {
          number: publication.number,
          ...(publication.address !== undefined && { address: publication.address }),
          publishedAt: publication.publishedAt,
          position: publication.position,
          logHash: publication.logHash,
        }
      : null,
  }
}

function asked({ cutOff, knownAt }: QuestionAsked): QuestionAsked {
  return { cutOff, knownAt }
}
