const SVG = 'http://www.w3.org/2000/svg'

export type Attributes = Readonly<Record<string, string | number>>

/** An SVG element; `innerHTML` is not used, since `linkedom` misreads self-closing SVG in it. */
export function svgElement(
  document: Document,
  name: string,
  attributes: Attributes = {},
  children: readonly (Element | string)[] = [],
): SVGElement {
  const element = document.createElementNS(SVG, name) as SVGElement
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  for (const child of children) {
    element.appendChild(typeof child === 'string' ? document.createTextNode(child) : child)
  }
  return element
}

const ELEMENT = 1
const TEXT = 3

/** What a drawing carries that is no drawing: style sheets, names for a page, labels of its parts. */
const DROPPED = /^(class|style|aria-.*|xmlns(:.*)?)$/

/**
 * Writes a drawing as XML that is also HTML: the same text in every environment, without style
 * sheets, so that it shows under a strict content security policy and in a PDF.
 */
export function writeSvg(element: Element): string {
  const attributes = [...element.attributes]
    .filter(({ name }) => !DROPPED.test(name))
    .map(({ name, value }) => ` ${name}="${escapeXml(shorten(value))}"`)
  const children = [...element.childNodes].map((child) => {
    if (child.nodeType === TEXT) return escapeXml(child.textContent ?? '')
    if (child.nodeType !== ELEMENT || (child as Element).localName === 'style') return ''
    return writeSvg(child as Element)
  })
  return `<${element.localName}${attributes.join('')}>${children.join('')}</${element.localName}>`
}

function escapeXml(text: string): string {
  return withoutControls(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** XML refuses control characters, half characters and non-characters, also when escaped. */
export function withoutControls(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
}

/** Two decimals of a pixel are more than an eye sees. */
function shorten(value: string): string {
  return value.replace(/-?\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100))
}
