import { formatMoment } from '@tijdig/core'
import { html, longDay, type Markup } from '@tijdig/reports'
import type { EditionLine } from '@tijdig/store'
import { OPEN_FILES } from '../house/report-files.ts'
import { ARCHIVE, editionAt, FEED, reportAt } from './addresses.ts'
import { stableId } from './stable-id.ts'

/** As many of the newest as a reader that comes by once a month needs. */
const MOST = 100

export interface FeedOf {
  /** Left out: all reports. */
  readonly template?: string | undefined
  readonly lines: readonly EditionLine[]
  readonly identity: string
  /** Where this server is, without a slash at the end. */
  readonly origin: string
}

/** What was published, the newest first, as Atom (RFC 4287). */
export function feedXml({ template, lines, identity, origin }: FeedOf): string {
  const shown = lines.slice(0, MOST)
  const own = template === undefined ? FEED : `${reportAt(template)}/feed.xml`
  const page = template === undefined ? ARCHIVE : reportAt(template)
  const name = template === undefined ? 'alle rapporten' : (lines[0]?.title ?? template)
  const updated = Math.max(0, ...shown.map(lastChange))
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl">
<id>${stableId(identity, `feed ${template ?? ''}`)}</id>
<title>Openbaar archief: ${name}</title>
<updated>${moment(updated)}</updated>
<link rel="self" type="application/atom+xml" href="${origin}${own}"/>
<link rel="alternate" type="text/html" hreflang="nl" href="${origin}${page}"/>
<generator uri="${origin}/">Tijdig</generator>
${shown.map((line) => entryXml(line, identity, origin))}</feed>
`.text
}

function entryXml(line: EditionLine, identity: string, origin: string): Markup {
  const { address, title, author, publishedAt, withdrawn, cutOff } = line
  const name = withdrawn ? `Ingetrokken: ${title}` : title
  return html`<entry>
<id>${stableId(identity, `edition ${address}`)}</id>
<title>${name}, stand op ${longDay(cutOff)}</title>
<published>${moment(publishedAt)}</published>
<updated>${moment(lastChange(line))}</updated>
<author><name>${author}</name></author>
<category term="${address.split('/')[0] ?? ''}" label="${title}"/>
<summary>${summaryOf(line)}</summary>
<link rel="alternate" type="text/html" hreflang="nl" href="${origin}${editionAt(address)}"/>
${
  withdrawn
    ? ''
    : OPEN_FILES.map(
        ({
          file,
          type,
          name: form,
        }) => html`<link rel="related" type="${type}" hreflang="nl" title="${form}" href="${origin}${editionAt(address)}/${file}"/>
`,
      )
}</entry>
`
}

function summaryOf({ description, period, withdrawn }: EditionLine): string {
  return withdrawn
    ? `Deze uitgave is ingetrokken. De reden: ${withdrawn.reason}`
    : `${description} Periode: ${period}.`
}

function lastChange({ publishedAt, withdrawn }: EditionLine): number {
  return withdrawn?.at ?? publishedAt
}

function moment(value: number): string {
  return formatMoment(value as EditionLine['publishedAt'])
}
