import Markdoc, { type RenderableTreeNode, type Tag } from '@markdoc/markdoc'
import type { PartsCounted } from '../template/programme-tags.ts'
import type { TagName } from '../template/schema.ts'
import { formatCount } from '../wording/dutch-number.ts'
import { shownWords, sumShown } from '../wording/shown-words.ts'
import { buildChangeFigure, isChangePart } from './build-change-figure.ts'
import { buildKept, countParts } from './build-parts.ts'
import type { Cell } from './cell.ts'
import type { FigurePart, FigureValue, Inline } from './document.ts'
import { cellListsOf, lineOf, textOf } from './read-tag.ts'
import type { Writer } from './writer.ts'

type InlineName =
  | 'strong'
  | 'em'
  | 'link'
  | 'hardbreak'
  | Extract<TagName, 'figure' | 'footnote' | 'count' | 'kept'>

/** The words of a line, with its figures and the numbers of its footnotes. */
export function buildInlines(writer: Writer, nodes: readonly RenderableTreeNode[]): Inline[] {
  const inlines: Inline[] = []
  for (const node of nodes) {
    if (Markdoc.Tag.isTag(node)) inlines.push(...buildInline(writer, node))
    else if (typeof node === 'string' || typeof node === 'number') addText(inlines, String(node))
  }
  return inlines
}

function buildInline(writer: Writer, tag: Tag): readonly Inline[] {
  const name = tag.name as InlineName
  const inner = () => buildInlines(writer, tag.children)
  switch (name) {
    case 'strong':
      return [{ kind: 'strong', inlines: inner() }]
    case 'em':
      return [{ kind: 'em', inlines: inner() }]
    case 'link':
      return [{ kind: 'link', href: textOf(tag, 'href'), inlines: inner() }]
    case 'hardbreak':
      return [{ kind: 'break' }]
    case 'figure': {
      const figure = buildFigure(writer, tag)
      return figure ? [figure] : []
    }
    case 'count': {
      const count = countParts(writer, {
        programme: textOf(tag, 'programme'),
        of: textOf(tag, 'of') as PartsCounted,
        light: textOf(tag, 'light'),
        within: textOf(tag, 'within'),
        at: lineOf(tag),
      })
      return count ? [count] : []
    }
    case 'kept': {
      const [programme, key] = [textOf(tag, 'programme'), textOf(tag, 'key')]
      const kept = buildKept(writer, { programme, key, at: lineOf(tag) })
      return kept ? [kept] : []
    }
    case 'footnote': {
      const number = writer.footnotes.length + 1
      // Its place is taken before its words are read, so that numbers follow the text.
      writer.footnotes.push({ number, inlines: [] })
      writer.footnotes[number - 1] = { number, inlines: trimmed(inner()) }
      return [{ kind: 'footnote', number }]
    }
    default:
      throw new Error(`no words are made of the tag ${name satisfies never}`)
  }
}

function buildFigure(writer: Writer, tag: Tag): FigureValue | undefined {
  const line = lineOf(tag)
  const labels = writer.labels(textOf(tag, 'indicator'), line)
  const lists = cellListsOf(tag, 'by')
  if (!labels || !writer.checkCell(labels, Object.fromEntries(lists), line)) return undefined
  const part = (textOf(tag, 'part') || 'value') as FigurePart
  const cells = cellsOfLists(lists)
  if (isChangePart(part)) return buildChangeFigure(writer, labels, cells, part, line)
  const figures = cells.map((cell) => writer.shelf.figureAt(labels.code, cell))
  const [only] = figures
  if (labels.kind === 'count' && part !== 'value') {
    writer.fail(
      'not-a-share',
      line,
      `${labels.code} is geen percentage en heeft geen "${part}". Haal "part" weg.`,
    )
    return undefined
  }
  if (labels.kind === 'share' && figures.length !== 1) {
    writer.fail(
      'share-cannot-be-added',
      line,
      `Percentages (${labels.code}) zijn niet op te tellen. Noem bij "by" één waarde.`,
    )
    return undefined
  }
  if (part === 'numerator' || part === 'denominator') {
    const count = only?.shown.kind === 'exact' ? only[part] : undefined
    // What is rounded or hidden leaves no exact count to show.
    const shown =
      count === undefined
        ? ({ kind: 'suppressed', reason: 'below-threshold' } as const)
        : ({ kind: 'exact', value: count } as const)
    const words = count === undefined ? 'een niet getoond aantal' : formatCount(count)
    return writer.figure(labels.code, cells, words, shown, part)
  }
  const shown =
    figures.length === 1 && only ? only.shown : sumShown(figures.map((one) => one.shown))
  const decimals = Number(tag.attributes.decimals ?? 0)
  const words = shownWords(shown, { kind: labels.kind, place: 'sentence', decimals }, only)
  return writer.figure(labels.code, cells, words, shown)
}

/** Every combination of the codes: the cells that are added. */
function cellsOfLists(lists: readonly (readonly [string, readonly string[]])[]): readonly Cell[] {
  return lists.reduce<Cell[]>(
    (cells, [dimension, codes]) =>
      cells.flatMap((cell) => codes.map((code) => ({ ...cell, [dimension]: code }))),
    [{}],
  )
}

function addText(inlines: Inline[], text: string): void {
  const last = inlines.at(-1)
  if (last?.kind === 'text') inlines[inlines.length - 1] = { kind: 'text', text: last.text + text }
  else if (text !== '') inlines.push({ kind: 'text', text })
}

/** A footnote's own spaces at its ends are those between its tags. */
function trimmed(inlines: readonly Inline[]): Inline[] {
  return inlines.map((inline, index) => {
    if (inline.kind !== 'text') return inline
    const start = index === 0 ? inline.text.trimStart() : inline.text
    return { kind: 'text', text: index === inlines.length - 1 ? start.trimEnd() : start }
  })
}
