import { html, type Markup } from './markup.ts'

/** Where the parts of a report stand in an archive; left out where it stands alone. */
export interface PageLinks {
  /** The address of the page of one figure, by the figure's anchor. */
  readonly figure: (id: string) => string
}

/** A link that can be copied: to the part at which it stands. */
export function linkTo(
  links: PageLinks | undefined,
  id: string,
  what: string,
  name: string,
): Markup {
  return links
    ? html`<p class="onderdeel"><a href="#${id}">Link naar ${what} <span class="stil">${name}</span></a></p>\n`
    : html``
}
