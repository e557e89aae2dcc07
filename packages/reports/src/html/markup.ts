import { escapeXml } from '@tijdig/charts'

/** Text that is HTML already; all other text is escaped when it is put into a page. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Part = Markup | string | number | readonly Part[]

/** Writes HTML: what is filled in is escaped, unless it is markup of our own making. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(
    strings.reduce((text, string, index) => text + write(parts[index - 1] ?? '') + string),
  )
}

function write(part: Part): string {
  if (part instanceof Markup) return part.text
  if (typeof part === 'string' || typeof part === 'number') return escapeXml(String(part))
  return part.map(write).join('')
}
