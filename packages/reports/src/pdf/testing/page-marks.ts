import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  type PDFPage,
  PDFRawStream,
} from '@cantoo/pdf-lib'
import { type Operand, operationsOf } from './content-tokens.ts'
import { readToUnicode } from './to-unicode.ts'

/** Something painted on a page, and as what it is marked. */
export interface Painted {
  /** The number of its marked content, `artifact`, or undefined where it is not marked. */
  readonly mark: number | 'artifact' | undefined
  readonly operator: string
  /** The text that is shown, where it is text; of a drawing all text in it. */
  readonly text: string
}

const SHOWS_TEXT = new Set(['Tj', 'TJ', "'", '"'])
const PAINTS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'Do'])

/** All that a page paints, in the order in which it does. */
export function paintedOn({ node }: PDFPage): Painted[] {
  const contents = node.Contents()
  const streams =
    contents instanceof PDFArray
      ? contents.asArray().map((_, index) => contents.lookup(index))
      : [contents]
  const source = streams.map(textOfStream).join('\n')
  return painted(source, node.Resources())
}

function textOfStream(stream: unknown): string {
  if (!(stream instanceof PDFRawStream)) return ''
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
}

function painted(source: string, resources: PDFDict | undefined): Painted[] {
  const found: Painted[] = []
  const marks: Painted['mark'][] = []
  const fonts = new Map<string, ReadonlyMap<number, string>>()
  const resource = (kind: string, name: string) =>
    resources?.lookupMaybe(PDFName.of(kind), PDFDict)?.lookup(PDFName.of(name))
  let font: ReadonlyMap<number, string> = new Map()
  for (const { operator, operands } of operationsOf(source)) {
    const mark = marks.findLast((one) => one !== undefined)
    const name = operands[0]?.kind === 'name' ? operands[0].name : ''
    if (operator === 'BMC' || operator === 'BDC') marks.push(markOf(name, operands[1]))
    else if (operator === 'EMC') marks.pop()
    else if (operator === 'Tf') {
      font = fonts.get(name) ?? readToUnicode(resource('Font', name))
      fonts.set(name, font)
    } else if (SHOWS_TEXT.has(operator)) {
      found.push({ mark, operator, text: operands.map((one) => decode(one, font)).join('') })
    } else if (operator === 'Do') {
      found.push({ mark, operator, text: textWithin(resource('XObject', name)) })
    } else if (PAINTS.has(operator)) found.push({ mark, operator, text: '' })
  }
  return found
}

function markOf(tag: string, properties: Operand | undefined): Painted['mark'] {
  if (tag === 'Artifact') return 'artifact'
  const id = properties?.kind === 'dictionary' ? properties.entries.get('MCID') : undefined
  return id?.kind === 'number' ? id.value : undefined
}

/** All text of a drawing that is put on the page as a whole. */
function textWithin(form: unknown): string {
  if (
    !(form instanceof PDFRawStream) ||
    form.dict.lookup(PDFName.of('Subtype'))?.toString() !== '/Form'
  )
    return ''
  const resources = form.dict.lookupMaybe(PDFName.of('Resources'), PDFDict)
  return painted(textOfStream(form), resources)
    .map(({ text }) => text)
    .join(' ')
}

function decode(operand: Operand, font: ReadonlyMap<number, string>): string {
  if (operand.kind === 'list') return operand.items.map((one) => decode(one, font)).join('')
  if (operand.kind !== 'string') return ''
  let text = ''
  for (let at = 0; at + 1 < operand.bytes.length; at += 2) {
    const code = (operand.bytes[at] ?? 0) * 256 + (operand.bytes[at + 1] ?? 0)
    text += font.get(code) ?? '\ufffd'
  }
  return text
}
