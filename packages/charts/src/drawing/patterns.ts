import { svgElement } from './svg.ts'

type Shape = readonly [element: string, attributes: Readonly<Record<string, number | string>>]

/** Stripes and dots over the colours, so that parts differ without colour too; the first is plain. */
const PATTERNS: readonly (readonly Shape[])[] = [
  [],
  [['path', { d: 'M0 8L8 0M-2 2L2 -2M6 10L10 6' }]],
  [['circle', { cx: 4, cy: 4, r: 1.4 }]],
  [['path', { d: 'M0 4H8' }]],
  [['path', { d: 'M4 0V8' }]],
  [['path', { d: 'M0 0L8 8M-2 6L2 10M6 -2L10 2' }]],
]

/** What is drawn over the colour of a part: transparent, or a pattern of this drawing. */
export function patternFill(id: string, part: number): string {
  const which = part % PATTERNS.length
  return which === 0 ? 'none' : `url(#${id}-patroon-${which})`
}

/** One of the patterns in a colour of its own, to fill all of what it is drawn over. */
export function patternIn(
  document: Document,
  id: string,
  part: number,
  colour: string,
): SVGElement {
  const drawn = (PATTERNS[part % PATTERNS.length] ?? []).map(([shape, attributes]) =>
    svgElement(document, shape, {
      ...attributes,
      ...(shape === 'circle'
        ? { fill: colour }
        : { fill: 'none', stroke: colour, 'stroke-width': 1.4 }),
    }),
  )
  return svgElement(
    document,
    'pattern',
    { id: `${id}-patroon-${part}`, width: 8, height: 8, patternUnits: 'userSpaceOnUse' },
    drawn,
  )
}

/** The patterns of so many parts, to stand in the drawing that uses them. */
export function patternsOf(document: Document, id: string, parts: number): SVGElement {
  const size = { width: 8, height: 8, patternUnits: 'userSpaceOnUse' }
  const stroke = { fill: 'none', stroke: '#fff', 'stroke-opacity': 0.45, 'stroke-width': 1.2 }
  const fill = { fill: '#fff', 'fill-opacity': 0.5 }
  const patterns = PATTERNS.slice(0, parts).flatMap((shapes, index) => {
    if (shapes.length === 0) return []
    const drawn = shapes.map(([shape, attributes]) =>
      svgElement(document, shape, { ...attributes, ...(shape === 'circle' ? fill : stroke) }),
    )
    return [svgElement(document, 'pattern', { id: `${id}-patroon-${index}`, ...size }, drawn)]
  })
  return svgElement(document, 'defs', {}, patterns)
}
