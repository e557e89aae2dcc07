import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Line, LONGEST_LINE, readLines } from './read-lines.ts'

async function* inPieces(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0
  for (let turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1
    yield bytes.subarray(at, at + size)
    at += size
  }
}

async function linesOf(text: string | Uint8Array, sizes = [7]): Promise<Line[]> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const lines: Line[] = []
  for await (const batch of readLines(inPieces(bytes, sizes))) lines.push(...batch)
  return lines
}

test('numbers lines from 1 and leaves blank ones out', async () => {
  expect(await linesOf('{"a":1}\n\n  \n{"b":2}\n')).toEqual([
    { number: 1, text: '{"a":1}' },
    { number: 4, text: '{"b":2}' },
  ])
})

test('takes a byte order mark, carriage returns and a last line without an end', async () => {
  expect(await linesOf('\ufeff{"a":1}\r\n{"b":"é€"}\r\n{"c":3}')).toEqual([
    { number: 1, text: '{"a":1}' },
    { number: 2, text: '{"b":"é€"}' },
    { number: 3, text: '{"c":3}' },
  ])
})

test('nothing gives no lines', async () => {
  expect(await linesOf('')).toEqual([])
  expect(await linesOf('\n\r\n')).toEqual([])
})

test('hands over a line that is no UTF-8, and goes on', async () => {
  const bytes = Buffer.concat([
    Buffer.from('{"a":1}\n"'),
    Buffer.from([0xff, 0xfe]),
    Buffer.from('"\n{"b":2}\n'),
  ])
  expect(await linesOf(bytes)).toEqual([
    { number: 1, text: '{"a":1}' },
    { number: 2, text: '"\ufffd\ufffd"', fault: 'not-utf8' },
    { number: 3, text: '{"b":2}' },
  ])
})

test('does not cut a character that arrives in two pieces', async () => {
  expect(await linesOf('{"naam":"Ĳ€😀"}\n', [1])).toEqual([{ number: 1, text: '{"naam":"Ĳ€😀"}' }])
})

test.each([
  ['in small pieces', 4096],
  ['at once', 1 << 24],
])('refuses a line that is too long, %s, and goes on', async (_, size) => {
  const long = 'x'.repeat(LONGEST_LINE + 1)
  const lines = await linesOf(`{"a":1}\n${long}\n{"b":2}\n${long}`, [size])
  expect(lines.map(({ number, text, ...rest }) => [number, text.slice(0, 8), rest])).toEqual([
    [1, '{"a":1}', {}],
    [2, 'xxxxxxxx', { fault: 'line-too-long' }],
    [3, '{"b":2}', {}],
    [4, 'xxxxxxxx', { fault: 'line-too-long' }],
  ])
  expect(lines.every(({ text }) => text.length <= 1_000)).toBe(true)
})

test('takes a line of exactly the longest length', async () => {
  const [line] = await linesOf(`${'x'.repeat(LONGEST_LINE)}\n`, [1 << 16])
  expect(line).toEqual({ number: 1, text: 'x'.repeat(LONGEST_LINE) })
})

test('reads the same however the bytes arrive', async () => {
  const piece = fc.integer({ min: 1, max: 9 })
  const text = fc
    .array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\n', '\r\n', '\ufeff', '\r')))
    .map((parts) => parts.join(''))
  await fc.assert(
    fc.asyncProperty(text, fc.array(piece, { minLength: 1 }), async (all, sizes) => {
      const expected = Buffer.from(all)
        .toString()

        .split('\n')
        .map((line, index) => ({
          number: index + 1,
          text: (index === 0 ? line.replace(/^\ufeff/, '') : line).replace(/\r$/, ''),
        }))
        .filter((line) => line.text.trim() !== '')
      expect(await linesOf(all, sizes)).toEqual(expected)
    }),
    { seed: 20230331 },
  )
})
