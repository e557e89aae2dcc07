import type { Mark, Node } from 'prosemirror-model'
import { writeTag } from './write-attributes.ts'

/** A sign of the text, or something that is written as it is: a tag, a footnote, a break. */
interface Piece {
  readonly sign: string
  readonly kind: 'sign' | 'tag' | 'break'
  readonly link: string | null
  readonly strong: boolean
  readonly em: boolean
}

const BREAK = '\\\n'

/** The words of a line of the template; line breaks in it are `\` at the end of a line. */
export function writeInlines(parent: Node, isHeading = false): string {
  const pieces = withoutEnds(piecesOf(parent, isHeading))
  const lines = linesOf(bare(pieces)).map((line) => {
    const written = new Line(line).text
    const started = isHeading ? written : escapeStart(written)
    // A tag alone on a line would stand between paragraphs, not in a sentence.
    const alone = line.length === 1 && line[0]?.kind === 'tag' && !isHeading
    return alone ? `${started}&#32;` : started
  })
  return lines.join(BREAK)
}

function piecesOf(parent: Node, isHeading: boolean): Piece[] {
  const pieces: Piece[] = []
  parent.forEach((node) => {
    const marks = marksOf(node.marks)
    switch (node.type.name) {
      case 'text':
        for (const sign of cleaned(node.text ?? '')) pieces.push({ sign, kind: 'sign', ...marks })
        break
      case 'hardBreak':
        pieces.push({ sign: ' ', kind: isHeading ? 'sign' : 'break', ...marks })
        break
      case 'inlineTag':
        pieces.push({
          sign: writeTag(node.attrs.tag, node.attrs.attributes),
          kind: 'tag',
          ...marks,
        })
        break
      case 'variable':
        pieces.push({ sign: `{% $${node.attrs.name} %}`, kind: 'tag', ...marks })
        break
      case 'footnote': {
        const words = writeInlines(node, true)
        if (words !== '')
          pieces.push({ sign: `{% footnote %}${words}{% /footnote %}`, kind: 'tag', ...marks })
        break
      }
      default:
        throw new Error(`no words are written of ${node.type.name}`)
    }
  })
  return pieces
}

function marksOf(marks: readonly Mark[]): Pick<Piece, 'link' | 'strong' | 'em'> {
  const find = (name: string) => marks.find(({ type }) => type.name === name)
  const href: unknown = find('link')?.attrs.href
  return {
    link: typeof href === 'string' ? writeAddress(href) : null,
    strong: find('strong') !== undefined,
    em: find('em') !== undefined,
  }
}

/** Without what no text has: control characters, halves of pairs, and breaks of other kinds. */
function cleaned(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/gu, ' ')
}

const isSpace = ({ kind, sign }: Piece) =>
  kind === 'break' || (kind === 'sign' && /^\s$/.test(sign))

/** Spaces at either end, and around breaks, are not read again: they are not written either. */
function withoutEnds(pieces: readonly Piece[]): Piece[] {
  return withoutSpaceBefore(withoutSpaceBefore(pieces).reverse()).reverse()
}

/** Without spaces at the beginning and behind a break, and without breaks that follow on nothing. */
function withoutSpaceBefore(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = []
  for (const piece of pieces) {
    const before = kept.at(-1)
    if (isSpace(piece) && (before === undefined || before.kind === 'break')) continue
    kept.push(piece)
  }
  return kept
}

/** Bold spaces at the ends of something bold would keep it from being read as bold. */
function bare(pieces: readonly Piece[]): Piece[] {
  const result = [...pieces]
  for (const [depth, mark] of MARKS.entries()) {
    const around = MARKS.slice(0, depth + 1)
    const same = (a: Piece | undefined, b: Piece | undefined) =>
      a !== undefined && b !== undefined && around.every((one) => a[one] === b[one])
    for (let start = 0; start < result.length; ) {
      let end = start + 1
      while (same(result[start], result[end])) end++
      if (result[start]?.[mark]) strip(result, mark, start, end)
      start = end
    }
  }
  return result
}

function strip(pieces: Piece[], mark: (typeof MARKS)[number], start: number, end: number): void {
  const off = mark === 'link' ? null : false
  const take = (at: number) => {
    const piece = pieces[at]
    if (at < start || at >= end || !piece || !isSpace(piece)) return false
    pieces[at] = { ...piece, [mark]: off }
    return true
  }
  for (let at = start; take(at); ) at++
  for (let at = end - 1; take(at); ) at--
}

/** From the outside to the inside. */
const MARKS = ['link', 'strong', 'em'] as const

/** Marks end at a break and begin again after it. */
function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]]
  for (const piece of pieces) {
    if (piece.kind === 'break') lines.push([])
    else lines.at(-1)?.push(piece)
  }
  return lines
}

/** One line: links around bold around italic, each sign escaped where it would be read as a form. */
class Line {
  text = ''
  readonly #pieces: readonly Piece[]

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces
    this.#write(0, pieces.length, MARKS)
  }

  #write(from: number, to: number, marks: readonly (typeof MARKS)[number][]): void {
    const [mark, ...rest] = marks
    if (mark === undefined) {
      for (let at = from; at < to; at++) this.text += this.#sign(at)
      return
    }
    for (let start = from; start < to; ) {
      const value = this.#pieces[start]?.[mark]
      let end = start
      while (end < to && this.#pieces[end]?.[mark] === value) end++
      if (value === null || value === false) this.#write(start, end, rest)
      else {
        this.text += mark === 'link' ? '[' : DELIMITERS[mark]
        this.#write(start, end, rest)
        this.text += mark === 'link' ? `](<${value}>)` : DELIMITERS[mark]
      }
      start = end
    }
  }

  /** Beside the signs of bold or italic a letter is written by its number, which ends them there. */
  #sign(at: number): string {
    const piece = this.#pieces[at] as Piece
    if (piece.kind === 'tag') return piece.sign
    const turns = (other: Piece | undefined) =>
      other !== undefined && (['strong', 'em'] as const).some((mark) => !piece[mark] && other[mark])
    const beside = turns(this.#pieces[at - 1]) || turns(this.#pieces[at + 1])
    if (beside && !/^[\s!-/:-@[-`{-~]$/.test(piece.sign)) return `&#${piece.sign.codePointAt(0)};`
    if (piece.sign === '!' && this.#pieces[at + 1]?.link) return '\\!'
    if (piece.sign === '{' || piece.sign === '}') return `&#${piece.sign.charCodeAt(0)};`
    return /^[\\`*_[\]<>#&|~]$/.test(piece.sign) ? `\\${piece.sign}` : piece.sign
  }
}

const DELIMITERS = { strong: '**', em: '_' } as const

/** What would begin a list, a heading or a line of a table. */
function escapeStart(line: string): string {
  return line.replace(/^[-+=:]/, (sign) => `\\${sign}`).replace(/^(\d+)([.)])/, '$1\\$2')
}

/** Within `<` and `>` nothing may stand that would end it, or be read as something else. */
function writeAddress(href: string): string {
  return href
    .replace(/[\p{Cc}\p{Cs}\s<>\\{}"`^|]/gu, (sign) => {
      const isHalf = /\p{Cs}/u.test(sign)
      return isHalf ? '' : encodeURIComponent(sign)
    })
    .replaceAll('&', '&amp;')
}
