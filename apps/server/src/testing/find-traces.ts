import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A text in each form in which its bytes may stand somewhere. */
function formsOf(text: string): Buffer[] {
  const plain = Buffer.from(text)
  const wide = Buffer.from(text, 'utf16le')
  // Where a text stands in what is written in base64, is not known: it begins at one of three places.
  const base64 = [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), plain])
      .toString('base64')
      .replace(/=+$/, '')
    return Buffer.from(whole.slice(before === 0 ? 0 : before + 1, -1))
  })
  return [plain, wide, Buffer.from(wide).swap16(), Buffer.from(plain.toString('hex')), ...base64]
}

/** The texts of which the bytes stand in these, plain, wide, in hex or in base64. */
export function tracesIn(bytes: Buffer, texts: readonly string[]): string[] {
  return texts.filter((text) => formsOf(text).some((form) => bytes.includes(form)))
}

/** The files under a folder in which one of these texts stands, with which. */
export async function tracesUnder(folder: string, texts: readonly string[]): Promise<string[]> {
  const forms = texts.map((text) => [text, formsOf(text)] as const)
  const found: string[] = []
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    // PostgreSQL may have removed it meanwhile.
    const bytes = await readFile(path).catch(() => Buffer.alloc(0))
    for (const [text, each] of forms) {
      if (each.some((form) => bytes.includes(form))) found.push(`${path}: ${text}`)
    }
  }
  return found
}
