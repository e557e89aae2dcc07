import { dayOfMoment, formatDay } from '@tijdig/core'
import { html } from '@tijdig/reports'
import type { EditionLine } from '@tijdig/store'
import { ARCHIVE, editionAt, reportAt } from './addresses.ts'

/** Of this server only the archive is for search engines. */
export function robotsText(origin: string): string {
  return `User-agent: *
Disallow: /
Allow: ${ARCHIVE}
Allow: /sitemap.xml

Sitemap: ${origin}/sitemap.xml
`
}

/** All pages of the archive that are worth finding. */
export function sitemapXml(lines: readonly EditionLine[], origin: string): string {
  const standing = lines.filter(({ withdrawn }) => withdrawn === null)
  const reports = [...new Set(standing.map(({ template }) => reportAt(template)))]
  return html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${[ARCHIVE, ...reports].map(
  (path) => html`<url><loc>${origin}${path}</loc></url>
`,
)}${standing.map(
  ({
    address,
    publishedAt,
  }) => html`<url><loc>${origin}${editionAt(address)}</loc><lastmod>${formatDay(dayOfMoment(publishedAt))}</lastmod></url>
`,
)}</urlset>
`.text
}
