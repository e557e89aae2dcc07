/** A tag of XML, with the text behind it up to the next one. */
export interface Tag {
  /** Without the prefix of its namespace. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly isEnd: boolean
  readonly text: string
}

/**
 * The tags of a piece of XML, one after another: all that the parts of a workbook need. It looks at
 * each sign once, whatever the XML is.
 */
export function* readTags(xml: string): Generator<Tag> {
  for (let at = xml.indexOf('<'); at >= 0; ) {
    const end = xml.indexOf('>', at)
    if (end < 0) return
    const next = xml.indexOf('<', end)
    const inside = xml.slice(at + 1, end)
    const text = decoded(xml.slice(end + 1, next < 0 ? xml.length : next))
    at = next
    const found = /^(\/?)(?:[\w.-]+:)?([\w.-]+)/.exec(inside)
    // Declarations and comments.
    if (!found) continue
    const [whole, slash, name = ''] = found
    const attributes = attributesOf(inside.slice(whole.length))
    yield { name, attributes, isEnd: slash === '/', text: inside.endsWith('/') ? '' : text }
    if (inside.endsWith('/')) yield { name, attributes: {}, isEnd: true, text }
  }
}

function attributesOf(text: string): Record<string, string> {
  const all = text.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)
  return Object.fromEntries(
    [...all].map(([, name = '', double, single]) => [name, decoded(double ?? single ?? '')]),
  )
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,4}));/gi,
    (whole, ten, sixteen, name) => {
      if (name !== undefined) return ENTITIES[name] ?? whole
      const code = ten === undefined ? Number.parseInt(sixteen, 16) : Number(ten)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}
