import { isUtf8 } from 'node:buffer'

/** A line of a text file, or why it cannot be read as one; then with what could be made of it. */
export type Line = TextLine | UnreadableLine

export interface TextLine {
  /** From 1, blank lines counted. */
  readonly number: number
  readonly text: string
}

export interface UnreadableLine extends TextLine {
  readonly fault: 'not-utf8' | 'line-too-long'
}

/** The longest line that is read, in bytes: one event is a hundredth of it. */
export const LONGEST_LINE = 1 << 20

/** How much of a line that is too long is kept, to find it by. */
const KEPT_OF_TOO_LONG = 1_000
const NEWLINE = 0x0a

/**
 * Reads text as lines, in batches as the bytes arrive; a file larger than memory is fine.
 * Takes `\n` and `\r\n`, a byte order mark, a last line without an end; leaves blank lines out.
 * A line that is no UTF-8 or too long is handed over as such, and the rest goes on.
 */
export async function* readLines(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly Line[]> {
  const reader = new LineReader()
  for await (const piece of source) {
    const lines = reader.add(piece)
    if (lines.length > 0) yield lines
  }
  const rest = reader.end()
  if (rest.length > 0) yield rest
}

class LineReader {
  #rest: Buffer = Buffer.alloc(0)
  #number = 0
  /** Set while a line that is too long passes by. */
  #tooLong: Buffer | undefined

  add(piece: Uint8Array): Line[] {
    const lines: Line[] = []
    let bytes: Buffer = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
    if (this.#tooLong) {
      const end = bytes.indexOf(NEWLINE)
      if (end < 0) return lines
      this.#refuseTooLong(lines)
      bytes = bytes.subarray(end + 1)
    } else if (this.#rest.length > 0) {
      bytes = Buffer.concat([this.#rest, bytes])
    }
    const last = bytes.lastIndexOf(NEWLINE)
    if (last >= 0) this.#readWhole(bytes.subarray(0, last + 1), lines)
    this.#rest = bytes.subarray(last + 1)
    if (this.#rest.length > LONGEST_LINE) {
      this.#tooLong = Buffer.from(this.#rest.subarray(0, KEPT_OF_TOO_LONG))
      this.#rest = Buffer.alloc(0)
    }
    return lines
  }

  end(): Line[] {
    const lines: Line[] = []
    if (this.#tooLong) this.#refuseTooLong(lines)
    else if (this.#rest.length > 0) this.#readWhole(this.#rest, lines)
    return lines
  }

  #refuseTooLong(lines: Line[]): void {
    const text = decode(this.#tooLong as Buffer)
    this.#tooLong = undefined
    lines.push({ number: ++this.#number, text, fault: 'line-too-long' })
  }

  /** Whole lines at once where they are short and all UTF-8, as they nearly always are. */
  #readWhole(bytes: Buffer, lines: Line[]): void {
    if (!isUtf8(bytes) || bytes.length > LONGEST_LINE) {
      for (let at = 0; at < bytes.length; ) {
        const end = bytes.indexOf(NEWLINE, at)
        const next = end < 0 ? bytes.length : end + 1
        this.#readOne(bytes.subarray(at, end < 0 ? next : end), lines)
        at = next
      }
      return
    }
    const texts = bytes.toString('utf8').split('\n')
    // What follows the last end of line is no line.
    if (bytes.at(-1) === NEWLINE) texts.pop()
    for (const text of texts) this.#push(text, lines)
  }

  #readOne(bytes: Buffer, lines: Line[]): void {
    if (bytes.length > LONGEST_LINE) {
      const text = decode(bytes.subarray(0, KEPT_OF_TOO_LONG))
      lines.push({ number: ++this.#number, text, fault: 'line-too-long' })
    } else if (!isUtf8(bytes)) {
      lines.push({ number: ++this.#number, text: decode(bytes), fault: 'not-utf8' })
    } else {
      this.#push(bytes.toString('utf8'), lines)
    }
  }

  #push(text: string, lines: Line[]): void {
    const number = ++this.#number
    const start = number === 1 && text.startsWith('\ufeff') ? 1 : 0
    const line = text.slice(start, text.endsWith('\r') ? -1 : undefined)
    if (line.trim() !== '') lines.push({ number, text: line })
  }
}

function decode(bytes: Buffer): string {
  return new TextDecoder('utf-8').decode(bytes)
}
