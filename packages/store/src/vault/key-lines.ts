import { HEAD, readLine } from './key-file.ts'

/** The file of keys as text, without opening any of them. */
export interface KeyLines {
  /** The line of the index key; undefined where the text is no file of keys. */
  readonly head: string | undefined
  readonly ids: ReadonlySet<string>
  readonly text: string
  without(ids: ReadonlySet<string>): KeyLines
}

/** What stands after the last line that was written whole is left out. */
export function parseKeyLines(text: string): KeyLines {
  const [first = '', ...rest] = text.slice(0, text.lastIndexOf('\n') + 1).split('\n')
  const lines = new Map<string, string>()
  for (const line of rest) {
    const id = readLine(line)?.id
    if (id !== undefined) lines.set(id, line)
  }
  return keyLines(readLine(first)?.id === HEAD ? first : undefined, lines)
}

function keyLines(head: string | undefined, lines: ReadonlyMap<string, string>): KeyLines {
  return {
    head,
    ids: new Set(lines.keys()),
    text: [head ?? '', ...lines.values()].map((line) => `${line}\n`).join(''),
    without: (ids) => keyLines(head, new Map([...lines].filter(([id]) => !ids.has(id)))),
  }
}
