import type { IndicatorLabels } from '@tijdig/figures'
import { html, type Markup } from '@tijdig/reports'

export interface ChangeTable {
  readonly labels: IndicatorLabels
  /** What its rows tell, after the name of the indicator. */
  readonly about: string
  readonly heads: readonly string[]
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[]
  readonly notes: readonly string[]
}

/** How the figures of one indicator changed, under a heading with an address of its own. */
export function changeTable({ labels, about, heads, rows, notes }: ChangeTable): Markup {
  const { code, label } = labels
  const id = `anders-${code.replace(/[^a-z0-9]+/g, '-')}`
  const table = html`<table><caption id="${id}-tabel"><span class="vast">${label}: ${about}</span></caption>
<thead><tr><th scope="col">Cijfer</th>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map(({ name, cells }) => html`<tr><th scope="row">${name}</th>${cells.map((words) => html`<td>${words}</td>`)}</tr>`)}</tbody></table>`
  return html`<h3 id="${id}">${label}</h3>
<p class="onderdeel"><a href="#${id}">Link naar dit onderdeel <span class="stil">${label}</span></a></p>
${heads.length > FITTING ? html`<div class="schuift" role="group" aria-labelledby="${id}-tabel" tabindex="0">${table}</div>` : table}
${notes.map((note) => html`<p class="toelichting">${note}</p>`)}`
}

/** So many columns beside the names fit on a phone; of more, one sees the rest by moving the table. */
const FITTING = 2
