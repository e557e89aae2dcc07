import { accent } from '@tijdig/charts'
import { findMoment, formatMoment } from '@tijdig/core'
import type { ReportDocument } from '../document/document.ts'
import type { DocumentHead, FileDocument } from '../document/file-document.ts'
import { headOf } from '../rendering/document-head.ts'
import { capital } from '../wording/capital.ts'
import { FONT_FAMILIES, type Fonts } from './fonts.ts'
import { typstBlocks } from './typst-blocks.ts'
import { literal } from './typst-literal.ts'

/** A document as Typst source that needs no file and asks no clock. */
export function typstSource(
  document: ReportDocument | FileDocument,
  fonts: Pick<Fonts, 'familyOf'>,
): string {
  const head = headOf(document)
  return `#{
${settings(head)}
${LAYOUT}${document.format === 'tijdig-file/1' ? FILE_LAYOUT : ''}
${titleBlock(head)}
${typstBlocks(document, fonts)}
}
`
}

function settings(head: DocumentHead): string {
  const fonts = FONT_FAMILIES.map(literal).join(', ')
  const title = `${head.title}, ${head.subtitle}`
  return `set document(
  title: ${literal(title)},
  author: ${literal(head.author)},
  description: ${literal(head.description)},
  date: ${dateOf(head)},
)
set text(lang: "nl", font: (${fonts}), fallback: false, size: 10.5pt, fill: ink, hyphenate: false)
set page(
  paper: "a4",
  margin: (x: 25mm, top: 24mm, bottom: 26mm),
  footer: context {
    set text(size: 8.5pt, fill: quiet)
    grid(
      columns: (1fr, auto),
      text(${literal(title)}),
      text("pagina " + str(counter(page).get().first()) + " van " + str(counter(page).final().first())),
    )
  },
)`.replace(
    /^/,
    `let ink = rgb("#1b1f24")\nlet quiet = rgb("#4f5863")\nlet line = rgb("#c9cfd6")\nlet accent = rgb("${accent}")\n`,
  )
}

function dateOf({ date }: DocumentHead): string {
  const moment = findMoment(date)
  if (moment === undefined) return 'none'
  const [year, month, day, hour, minute, second] = formatMoment(moment)
    .split(/[-T:.Z]/)
    .map(Number)
  return `datetime(year: ${year}, month: ${month}, day: ${day}, hour: ${hour}, minute: ${minute}, second: ${second})`
}

function titleBlock(head: DocumentHead): string {
  const facts = head.facts.map(({ term, words, code, long }) => {
    const shown = code
      ? `text(size: 8pt, ${literal(words)})`
      : `text(weight: 600, ${literal(words)})`
    return `(${long === true}, ${literal(term)}, ${shown})`
  })
  return `report-title(
  ${literal(head.author)},
  ${literal(head.title)},
  ${literal(capital(head.subtitle))},
  ${literal(head.description)},
  (${facts.map((fact) => `${fact},`).join(' ')}),
)`
}

const LAYOUT = `
set par(leading: 0.68em, spacing: 1.05em)
set list(indent: 2pt, body-indent: 7pt, spacing: 0.85em)
set enum(indent: 2pt, body-indent: 7pt, spacing: 0.85em)
set footnote.entry(separator: std.line(length: 25%, stroke: 0.5pt + quiet), gap: 0.55em, indent: 0pt)
set figure(numbering: none, supplement: none, gap: 0.75em)
set figure.caption(position: top)
set std.table(stroke: none, inset: (x: 3pt, y: 4.5pt))
show footnote.entry: set text(size: 9pt)
show footnote.entry: set par(leading: 0.55em)
show heading: set block(sticky: true)
show heading: set par(leading: 0.45em)
show heading.where(level: 1): set text(size: 26pt, weight: 700)
show heading.where(level: 1): set block(above: 0.5em, below: 0.5em)
show heading.where(level: 2): it => block(
  above: 2.1em,
  below: 0.85em,
  sticky: true,
  width: 100%,
  stroke: (top: 1.25pt + ink),
  inset: (top: 8pt),
  text(size: 16pt, weight: 600, it.body),
)
show heading.where(level: 3): set text(size: 12.5pt, weight: 600)
show heading.where(level: 3): set block(above: 1.6em, below: 0.75em)
show heading.where(level: 4): set text(size: 10.5pt, weight: 600)
show heading.where(level: 4): set block(above: 1.3em, below: 0.65em)
show strong: set text(weight: 600)
show link: set text(fill: accent)
show figure.caption: it => block(width: 100%, sticky: true, align(left, text(weight: 600, it.body)))
show figure: set block(above: 1.5em, below: 1.5em)
let captioned(number, words) = { text(fill: accent, number); h(0.5em); text(words) }
let remarks(notes) = {
  for note in notes { block(width: 100%, above: 0.7em, below: 0pt, align(left, par(text(size: 9pt, fill: quiet, note)))) }
}
let report-table(number, words, columns, head, rows, notes) = {
  // A short table stays on one page.
  show figure: set block(breakable: rows.len() > 12 or head.len() > 4)
  let narrow = head.len() == 2
  let cells = ()
  for (at, (total, texts)) in rows.enumerate() {
    for (index, words) in texts.enumerate() {
      cells.push(std.table.cell(
        stroke: (top: if at == 0 { none } else if total { 1pt + ink } else { 0.5pt + line }),
        align: if index == 0 { left } else { right },
        text(weight: if total { 600 } else { 400 }, words),
      ))
    }
  }
  let headers = head.enumerate().map(((index, words)) => std.table.cell(
    align: if index == 0 { left + bottom } else { right + bottom },
    stroke: (bottom: 1pt + ink),
    text(size: if head.len() > 4 { 9pt } else { 9.5pt }, fill: quiet, words),
  ))
  figure(
    kind: std.table,
    caption: captioned(number, words),
    align(left, {
      block(width: if narrow { 78% } else { 100% }, std.table(
        columns: columns,
        std.table.header(..headers),
        ..cells,
      ))
      remarks(notes)
    }),
  )
}
let parts-table(number, words, columns, head, rows, notes) = {
  show figure: set block(breakable: true)
  set par(leading: 0.55em)
  let size = if head.len() > 8 { 8pt } else if head.len() > 5 { 8.5pt } else { 9.5pt }
  let cells = ()
  for (at, texts) in rows.enumerate() {
    for (index, words) in texts.enumerate() {
      cells.push(std.table.cell(
        stroke: (top: if at == 0 { none } else { 0.5pt + line }),
        breakable: false,
        text(size: size, weight: if index == 0 { 600 } else { 400 }, words),
      ))
    }
  }
  let headers = head.map((words) => std.table.cell(
    stroke: (bottom: 1pt + ink),
    align: left + bottom,
    text(size: size, fill: quiet, words),
  ))
  figure(
    kind: std.table,
    caption: captioned(number, words),
    align(left, {
      block(width: 100%, std.table(
        columns: columns,
        inset: (left: 0pt, right: if head.len() > 8 { 3pt } else { 8pt }, y: 4pt),
        align: left + top,
        std.table.header(..headers),
        ..cells,
      ))
      remarks(notes)
    }),
  )
}
let report-chart(number, words, drawing, notes) = {
  figure(kind: image, caption: captioned(number, words), { drawing; remarks(notes) })
}
let report-title(author, title, period, description, facts) = {
  block(width: 100%, stroke: (top: 5pt + accent), inset: (top: 16pt), below: 0.6em, par(text(weight: 600, fill: quiet, author)))
  heading(level: 1, text(title))
  block(above: 0pt, below: 1em, par(text(size: 15pt, weight: 600, fill: accent, period)))
  block(below: 1.6em, par(text(size: 12pt, description)))
  let fact((long, term, words)) = block(width: 100%, stroke: (top: 0.75pt + line), inset: (top: 4pt), {
    block(below: 0.45em, par(text(size: 9pt, fill: quiet, term)))
    block(above: 0pt, par(words))
  })
  let short = facts.filter(((long, ..rest)) => not long).map(fact)
  let long = facts.filter(((long, ..rest)) => long).map(fact)
  block(below: 1.7em, {
    std.grid(columns: (1fr, 1fr), column-gutter: 18pt, row-gutter: 11pt, ..short)
    for one in long { block(above: 11pt, below: 0pt, one) }
  })
}
`

/** A table of words goes on over pages, with its heads; a row is only broken where it is long. */
const FILE_LAYOUT = `
let text-table(columns, head, rows) = {
  set par(leading: 0.55em, spacing: 0.6em)
  show emph: it => text(style: "normal", fill: quiet, it.body)
  let cells = ()
  for (at, (long, texts)) in rows.enumerate() {
    for (index, words) in texts.enumerate() {
      cells.push(std.table.cell(
        stroke: (top: if at == 0 { none } else { 0.5pt + line }),
        breakable: long,
        text(size: 9.5pt, weight: if index == 0 { 600 } else { 400 }, words),
      ))
    }
  }
  let headers = head.map((words) => std.table.cell(
    stroke: (bottom: 1pt + ink),
    align: left + bottom,
    text(size: 9pt, fill: quiet, words),
  ))
  block(above: 0.9em, below: 1.6em, width: 100%, std.table(
    columns: columns,
    inset: (left: 0pt, right: 9pt, y: 5pt),
    align: left + top,
    std.table.header(..headers),
    ..cells,
  ))
}
`
