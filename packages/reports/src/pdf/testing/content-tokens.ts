/** What stands in a content stream: operators, and what stands before them. */
export type Operand =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'string'; readonly bytes: readonly number[] }
  | { readonly kind: 'list'; readonly items: readonly Operand[] }
  | { readonly kind: 'dictionary'; readonly entries: ReadonlyMap<string, Operand> }

export interface Operation {
  readonly operator: string
  readonly operands: readonly Operand[]
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }
const WHITE = /[\0\t\n\f\r ]/
const DELIMITER = /[()<>[\]{}/%\0\t\n\f\r ]/

/** Reads a content stream, which is text of one byte a character. */
export function operationsOf(source: string): Operation[] {
  const operations: Operation[] = []
  let operands: Operand[] = []
  let at = 0

  const skip = () => {
    for (;;) {
      while (at < source.length && WHITE.test(source.charAt(at))) at++
      if (source.charAt(at) !== '%') return
      while (at < source.length && !/[\r\n]/.test(source.charAt(at))) at++
    }
  }
  const word = () => {
    const start = at
    while (at < source.length && !DELIMITER.test(source.charAt(at))) at++
    return source.slice(start, at)
  }
  const literalString = (): Operand => {
    const bytes: number[] = []
    let depth = 1
    for (at++; ; at++) {
      const character = source.charAt(at)
      if (character === '') throw new Error('a string without an end')
      if (character === '\\') {
        const octal = /^[0-7]{1,3}/.exec(source.slice(at + 1, at + 4))?.[0]
        if (octal !== undefined) {
          bytes.push(Number.parseInt(octal, 8) & 0xff)
          at += octal.length
        } else {
          const escaped = source.charAt(++at)
          if (!/[\r\n]/.test(escaped)) bytes.push(ESCAPES[escaped] ?? escaped.charCodeAt(0))
        }
        continue
      }
      if (character === '(') depth++
      if (character === ')' && --depth === 0) break
      bytes.push(character.charCodeAt(0))
    }
    at++
    return { kind: 'string', bytes }
  }
  const hexString = (): Operand => {
    const end = source.indexOf('>', at)
    const digits = source.slice(at + 1, end).replace(/\s/g, '')
    at = end + 1
    return {
      kind: 'string',
      bytes: [...Buffer.from(digits.padEnd(digits.length + (digits.length % 2), '0'), 'hex')],
    }
  }
  const operand = (): Operand | undefined => {
    const character = source.charAt(at)
    if (character === '(') return literalString()
    if (source.startsWith('<<', at)) {
      at += 2
      const entries = new Map<string, Operand>()
      for (skip(); !source.startsWith('>>', at); skip()) {
        const key = operand()
        skip()
        const value = operand()
        if (key?.kind !== 'name' || !value) throw new Error('a dictionary that cannot be read')
        entries.set(key.name, value)
      }
      at += 2
      return { kind: 'dictionary', entries }
    }
    if (character === '<') return hexString()
    if (character === '[') {
      at++
      const items: Operand[] = []
      for (skip(); source.charAt(at) !== ']'; skip()) {
        const item = operand()
        if (!item) throw new Error('a list that cannot be read')
        items.push(item)
      }
      at++
      return { kind: 'list', items }
    }
    if (character === '/') {
      at++
      return { kind: 'name', name: word() }
    }
    const number = /^[+-]?(?:\d+\.?\d*|\.\d+)/.exec(source.slice(at, at + 40))?.[0]
    if (number === undefined) return undefined
    at += number.length
    return { kind: 'number', value: Number(number) }
  }

  for (skip(); at < source.length; skip()) {
    const found = operand()
    if (found) operands.push(found)
    else {
      const operator = word()
      if (operator === '' || operator === 'BI')
        throw new Error(`cannot read "${source.slice(at, at + 20)}"`)
      operations.push({ operator, operands })
      operands = []
    }
  }
  return operations
}
