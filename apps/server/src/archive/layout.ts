import { html, type Markup } from '@tijdig/reports'
import { ARCHIVE, FEED } from './addresses.ts'
import { STYLE_AT } from './style.ts'

export interface ArchivePage {
  readonly title: string
  readonly description: string
  /** The feed of what this page is about. */
  readonly feed?: string
  readonly feedName?: string
  /** Where this page stands for ever, for who finds it under another address. */
  readonly canonical?: string
  /** Kept out of what search engines show. */
  readonly hidden?: boolean
  readonly head: Markup
  /** All between head and foot; with one `main`. */
  readonly body: Markup
  readonly closing: string
}

/** A page that needs no script, in the looks of the reports. */
export function archivePage(page: ArchivePage): string {
  const { title, description, feed = FEED, feedName = 'Alle rapporten', canonical } = page
  return html`<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
${page.hidden ? html`<meta name="robots" content="noindex">\n` : ''}<title>${title} – Openbaar archief</title>
<meta name="description" content="${description}">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${STYLE_AT}">
<link rel="alternate" type="application/atom+xml" title="${feedName}" href="${feed}">
${canonical ? html`<link rel="canonical" href="${canonical}">\n` : ''}</head>
<body>
<a class="overslaan" href="#inhoud">Naar de inhoud</a>
<nav class="balk" aria-label="Archief"><ul><li><a class="naam" href="${ARCHIVE}">Openbaar archief</a></li><li><a href="${feed}">Volg via Atom</a></li><li><a href="/">Inloggen bij Tijdig</a></li></ul></nav>
<div class="kop"><header>
${page.head}
</header></div>
${page.body}
<footer><p>${page.closing}</p></footer>
</body>
</html>
`.text
}

/** For pages that are no report. */
export const CLOSING =
  'Wat hier staat, blijft onder hetzelfde adres te vinden. Een uitgave verandert niet meer.'
