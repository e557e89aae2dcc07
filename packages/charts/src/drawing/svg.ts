import { escapeXml } from './xml-text.ts'

const SVG = 'http://www.w3.org/2000/svg'

type Attributes = Readonly<Record<string, string | number>>

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

/** What Plot adds that is no drawing: classes for its style sheet, names for parts without a role. */
const DROPPED = /^(class|style|aria-.*|xmlns(:.*)?)$/

/**
 * The parts of a drawing without style sheets, which a strict content security policy refuses and
 * a PDF does not know, and without names for its parts: the whole has one.
 */
export function strip(drawing: Element): readonly Element[] {
  return [...drawing.children].flatMap((child) => {
    if (child.localName === 'style') return []
    for (const element of [child, ...child.querySelectorAll('*')]) {
      for (const { name, value } of [...element.attributes]) {
        if (DROPPED.test(name)) element.removeAttribute(name)
        else element.setAttribute(name, shorten(value))
      }
    }
    return [child]
  })
}

const ELEMENT = 1
const TEXT = 3

/** Writes a drawing as XML that is also HTML, to stand in a page or a file by itself. */
export function writeSvg(svg: Element): string {
  return writeElement(svg).replace('<svg ', `<svg xmlns="${SVG}" `)
}

function writeElement(element: Element): string {
  const attributes = [...element.attributes]
    .filter(({ name }) => !name.startsWith('xmlns'))
    // Documents differ in the order in which they give them.
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, value }) => ` ${name}="${escapeXml(value)}"`)
  const children = [...element.childNodes].map((child) => {
    if (child.nodeType === TEXT) return escapeXml(child.textContent ?? '')
    return child.nodeType === ELEMENT ? writeElement(child as Element) : ''
  })
  return `<${element.localName}${attributes.join('')}>${children.join('')}</${element.localName}>`
}

/** Two decimals of a pixel are more than an eye sees. */
function shorten(value: string): string {
  return value.replace(/-?\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100))
}
