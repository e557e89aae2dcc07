import type { Block, Inline, ReportDocument, TableContent } from '../document/document.ts'
import { factsOf } from '../rendering/document-facts.ts'

/** A report as plain text, as a reader would read it aloud: what tests compare whole. */
export function outline(document: ReportDocument): string {
  const { metadata, blocks, footnotes } = document
  return [
    metadata.author,
    `# ${metadata.title}: ${metadata.period}`,
    metadata.description,
    ...factsOf(metadata).map(({ term, words }) => `${term}: ${words}`),
    ...blocks.map((block) => `\n${blockText(block)}`),
    '',
    ...footnotes.map(({ number, inlines }) => `[${number}] ${inlineText(inlines)}`),
    '',
  ].join('\n')
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${inlineText(block.inlines)}`
    case 'paragraph':
      return inlineText(block.inlines)
    case 'list':
      return block.items.map((item) => `- ${item.map(blockText).join(' ')}`).join('\n')
    case 'table':
      return [`${block.number}: ${block.caption}`, tableText(block.content), ...block.notes].join(
        '\n',
      )
    case 'parts':
      return [
        `${block.number}: ${block.caption}`,
        ...[block.head, ...block.rows].map((cells) => `  ${cells.join(' | ')}`),
        ...block.notes,
      ].join('\n')
    case 'chart':
      return [
        `${block.number} (${block.spec.kind}): ${block.spec.title}`,
        block.description,
        tableText(block.table),
        ...block.notes,
      ].join('\n')
  }
}

function tableText({ head, rows }: TableContent): string {
  const lines = rows.map(({ header, cells, total }) =>
    [total ? `= ${header}` : header, ...cells.map(({ text }) => text)].join(' | '),
  )
  return [head.join(' | '), ...lines].map((line) => `  ${line}`).join('\n')
}

function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
        case 'figure':
        case 'kept':
          return inline.text
        case 'break':
          return '\n'
        case 'footnote':
          return `[${inline.number}]`
        default:
          return inlineText(inline.inlines)
      }
    })
    .join('')
    .replaceAll('\u00a0', ' ')
}
