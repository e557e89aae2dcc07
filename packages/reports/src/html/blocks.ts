import type { Block, ChartBlock, PartsTable, Table, TableContent } from '../document/document.ts'
import type { FileBlock, TextTable } from '../document/file-document.ts'
import { plainText } from '../document/plain-text.ts'
import { drawBlock } from '../rendering/draw-block.ts'
import { figureHtml, inlinesHtml } from './inlines.ts'
import { html, Markup } from './markup.ts'
import { linkTo, type PageLinks } from './page-links.ts'

/** Tables of more columns may be wider than a phone; they scroll by themselves, by keyboard too. */
const WIDE_TABLE = 4

export function blockHtml(block: Block | FileBlock, links?: PageLinks): Markup {
  switch (block.kind) {
    case 'heading': {
      const tag = new Markup(`h${block.level}`)
      const words = plainText(block.inlines)
      return html`<${tag} id="${block.id}">${inlinesHtml(block.inlines)}</${tag}>\n${linkTo(links, block.id, 'dit onderdeel', words)}`
    }
    case 'paragraph':
      return html`<p>${inlinesHtml(block.inlines, links)}</p>\n`
    case 'list': {
      const tag = new Markup(block.ordered ? 'ol' : 'ul')
      return html`<${tag}>${block.items.map((item) => itemHtml(item, links))}</${tag}>\n`
    }
    case 'table':
      return tableHtml(block, links)
    case 'chart':
      return chartHtml(block, links)
    case 'parts':
      return partsHtml(block, links)
    case 'text-table':
      return textTableHtml(block)
    default:
      return block satisfies never
  }
}

/** One paragraph in an item needs no element of its own. */
function itemHtml(blocks: readonly Block[], links: PageLinks | undefined): Markup {
  return html`<li>${blocks.map((block, index) =>
    block.kind === 'paragraph' && index === 0
      ? inlinesHtml(block.inlines, links)
      : blockHtml(block, links),
  )}</li>`
}

function tableHtml(table: Table, links: PageLinks | undefined): Markup {
  const caption = html`<span class="nummer">${table.number}</span> ${table.caption}`
  return html`<div class="tabel" id="${table.id}">${scrolling(
    table.content,
    caption,
    `${table.id}-titel`,
    links,
  )}${notesHtml(table.notes)}${linkTo(links, table.id, 'deze tabel', table.caption)}</div>\n`
}

function chartHtml(block: ChartBlock, links: PageLinks | undefined): Markup {
  const wide = new Markup(drawBlock(block, 'wide'))
  const narrow = new Markup(drawBlock(block, 'narrow'))
  const caption = html`Cijfers bij ${block.number.toLowerCase()}: ${block.spec.title}`
  return html`<figure id="${block.id}"><figcaption><span class="nummer">${block.number}</span> ${block.spec.title}</figcaption>
<div class="breed">${wide}</div><div class="smal">${narrow}</div>${notesHtml(block.notes)}
<details><summary>Cijfers bij ${block.number.toLowerCase()} als tabel</summary>${scrolling(
    block.table,
    caption,
    `${block.id}-tabel`,
    links,
  )}</details>${linkTo(links, block.id, 'deze figuur', block.spec.title)}</figure>\n`
}

/** On a phone its cells stand under each other: the roles keep it a table all the same. */
function textTableHtml({ id, label, head, rows }: TextTable): Markup {
  const lines = (cell: TextTable['rows'][number][number]) =>
    cell.map((line) => html`<p>${inlinesHtml(line)}</p>`)
  return html`<table class="woorden kolommen-${head.length}" id="${id}" role="table" aria-label="${label}"><thead role="rowgroup"><tr role="row">${head.map(
    (words) => html`<th scope="col" role="columnheader">${words}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${rows.map(
    ([first = [], ...others]) =>
      html`<tr role="row"><th scope="row" role="rowheader">${lines(first)}</th>${others.map(
        (cell, index) =>
          html`<td role="cell" data-kop="${head[index + 1] ?? ''}">${lines(cell)}</td>`,
      )}</tr>`,
  )}</tbody></table>
`
}

/** A table of words with its number; on a phone its cells stand under each other. */
function partsHtml(block: PartsTable, links: PageLinks | undefined): Markup {
  const { id, number, caption, head, rows, notes } = block
  return html`<div class="tabel" id="${id}"><table class="woorden delen" role="table"><caption><span class="nummer">${number}</span> ${caption}</caption><thead role="rowgroup"><tr role="row">${head.map(
    (words) => html`<th scope="col" role="columnheader">${words}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${rows.map(
    ([first = '', ...others]) =>
      html`<tr role="row"><th scope="row" role="rowheader">${first}</th>${others.map(
        (cell, index) => html`<td role="cell" data-kop="${head[index + 1] ?? ''}">${cell}</td>`,
      )}</tr>`,
  )}</tbody></table>${notesHtml(notes)}${linkTo(links, id, 'deze tabel', caption)}</div>
`
}

function scrolling(
  content: TableContent,
  caption: Markup,
  id: string,
  links: PageLinks | undefined,
): Markup {
  const table = html`<table><caption id="${id}"><span class="vast">${caption}</span></caption>${contentHtml(content, links)}</table>`
  if (content.head.length < WIDE_TABLE) return table
  return html`<div class="schuift" role="group" aria-labelledby="${id}" tabindex="0">${table}</div>`
}

function contentHtml({ head, rows }: TableContent, links: PageLinks | undefined): Markup {
  const write = (row: TableContent['rows'][number]) => rowHtml(row, links)
  const body = rows.filter(({ total }) => !total || rows.length === 1)
  const foot = rows.filter((row) => !body.includes(row))
  // Totals that stand between steps keep their place.
  const mixed = foot.length > 1
  return html`<thead><tr>${head.map((words) => html`<th scope="col">${words}</th>`)}</tr></thead>
<tbody>${(mixed ? rows : body).map(write)}</tbody>${
    mixed || foot.length === 0 ? '' : html`<tfoot>${foot.map(write)}</tfoot>`
  }`
}

function rowHtml(
  { header, cells, total }: TableContent['rows'][number],
  links: PageLinks | undefined,
): Markup {
  const tag = new Markup(total ? '<tr class="totaal">' : '<tr>')
  return html`${tag}<th scope="row">${header}</th>${cells.map(
    (cell) => html`<td>${figureHtml(cell, links)}</td>`,
  )}</tr>`
}

function notesHtml(notes: readonly string[]): Markup {
  return html`${notes.map((note) => html`<p class="toelichting">${note}</p>`)}`
}
