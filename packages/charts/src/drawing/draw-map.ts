import type { MapRow, MapSpec } from '../chart-spec.ts'
import { writeValue } from '../chart-words.ts'
import { drawKey, nameLines } from './draw-key.ts'
import { type Frame, isNarrow } from './frame.ts'
import { classColours, ghost, ink, quiet } from './palette.ts'
import { patternIn } from './patterns.ts'
import { svgElement } from './svg.ts'
import { wrapText } from './text-width.ts'
import { COLUMNS, findTile, ROWS, TILES, type Tile } from './tiles.ts'
import { classOf, type ValueClass, valueClasses } from './value-classes.ts'

const GAP = 3
const BAND = 8
const SWATCH = 18
/** Widths of text are on the wide side, and a name may come near the edge of its tile. */
const SLACK = 1.14
const UNKNOWN = 'geen getal'
const EMPTY = 'niets geteld'

/**
 * A map of tiles. What a tile holds is told by its number; the colour shows it, and a band with a
 * pattern tells the colours apart for who does not see them.
 */
export function drawMap(spec: MapSpec, frame: Frame): Element {
  const { document, width, lineHeight } = frame
  const rows = new Map<Tile, MapRow>()
  const others: MapRow[] = []
  for (const row of spec.rows) {
    const tile = findTile(row.region)
    if (tile && !rows.has(tile)) rows.set(tile, row)
    else others.push(row)
  }
  const values = [...rows.values()].flatMap(({ value }) => (value === null ? [] : [value]))
  const classes = valueClasses(values, classColours.length)
  const key = drawKey(keyNames(spec, frame, classes, [...rows.values()], rows.size), frame, {
    width: SWATCH,
    draw: (x, middle, index) => swatch(x, middle - SWATCH / 2, index, classes.length, frame),
  })
  const size = sizeOf(frame)
  const top = key.height + 4
  const drawn = TILES.flatMap((tile) => {
    const place = { x: tile.column * size.x, y: top + tile.row * size.y }
    return drawTile(tile, rows.get(tile), classes, place, spec, frame)
  })
  const bottom = top + ROWS * size.y
  const below =
    others.length === 0
      ? []
      : wrapText(
          `Niet op de kaart: ${others.map((row) => `${row.label} ${writeValue(row, spec.format)}`).join(', ')}.`,
          width,
          frame.fontSize,
        )
  const height = bottom + (below.length === 0 ? 0 : below.length * lineHeight + 10)
  const patterns = classes.map((_, index) =>
    patternIn(document, frame.id, index + 1, colourOf(index, classes.length).ink),
  )
  return svgElement(document, 'svg', { viewBox: `0 0 ${width} ${height}`, height }, [
    svgElement(document, 'defs', {}, patterns),
    key.drawing,
    ...drawn,
    ...nameLines(below, 0, bottom + lineHeight / 2 + 6, frame),
  ])
}

function sizeOf(frame: Frame) {
  const x = frame.width / COLUMNS
  return { x, y: isNarrow(frame) ? x + 8 : x * 0.78 }
}

/** Few classes take the colours that lie far apart. */
function colourOf(index: number, classes: number): (typeof classColours)[number] {
  const last = classColours.length - 1
  const place = classes <= 1 ? 1 : Math.round((index * last) / (classes - 1))
  return classColours[place] ?? classColours[0]
}

function keyNames(
  { format }: MapSpec,
  frame: Frame,
  classes: readonly ValueClass[],
  rows: readonly MapRow[],
  placed: number,
): readonly string[] {
  return [
    ...classes.map(({ from, to }) =>
      from === to
        ? frame.write(from, format)
        : `${frame.write(from, format)} tot en met ${frame.write(to, format)}`,
    ),
    ...(rows.some(({ value }) => value === null) ? [UNKNOWN] : []),
    ...(placed < TILES.length ? [EMPTY] : []),
  ]
}

function swatch(x: number, y: number, index: number, classes: number, frame: Frame): SVGElement[] {
  if (index >= classes) return box(x, y, SWATCH, SWATCH, 'none', frame)
  return filled(x, y, SWATCH, SWATCH, index, classes, frame)
}

function filled(
  x: number,
  y: number,
  width: number,
  height: number,
  index: number,
  classes: number,
  { document, id }: Frame,
): SVGElement[] {
  const { fill } = colourOf(index, classes)
  // A pattern begins where its band does, so that each band of a class looks the same.
  const band = svgElement(
    document,
    'g',
    { transform: `translate(${round(x)} ${round(y + height - BAND)})` },
    [
      svgElement(document, 'rect', {
        width,
        height: BAND,
        fill: `url(#${id}-patroon-${index + 1})`,
      }),
    ],
  )
  return [
    svgElement(document, 'rect', {
      x,
      y,
      width,
      height,
      fill,
      stroke: ghost,
      'stroke-width': 0.75,
    }),
    band,
  ]
}

function box(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  { document }: Frame,
) {
  return [
    svgElement(document, 'rect', {
      x,
      y,
      width,
      height,
      fill,
      stroke: ghost,
      'stroke-width': 0.75,
      'stroke-dasharray': '3 2',
    }),
  ]
}

function drawTile(
  tile: Tile,
  row: MapRow | undefined,
  classes: readonly ValueClass[],
  { x, y }: { readonly x: number; readonly y: number },
  spec: MapSpec,
  frame: Frame,
): SVGElement[] {
  const { document, fontSize } = frame
  const size = sizeOf(frame)
  const width = size.x - GAP
  const height = size.y - GAP
  const index = row && row.value !== null ? classOf(row.value, classes) : -1
  const colour = index < 0 ? (row ? ink : quiet) : colourOf(index, classes.length).ink
  const back =
    index < 0
      ? box(x, y, width, height, 'none', frame)
      : filled(x, y, width, height, index, classes.length, frame)
  const small = isNarrow(frame) ? fontSize - 2 : fontSize - 4
  const lines = isNarrow(frame)
    ? [tile.short]
    : wrapText(tile.onTile ?? tile.name, width * SLACK, small)
  const centre = x + width / 2
  const write = (words: string, at: number, size: number, weight: number) =>
    svgElement(
      document,
      'text',
      { x: centre, y: at, 'font-size': size, 'font-weight': weight, fill: colour },
      [words],
    )
  const number = row
    ? [write(sayValue(row, spec, frame), y + height - BAND - 4, fontSize, 700)]
    : []
  return [
    ...back,
    ...lines
      .slice(0, 2)
      .map((line, place) => write(line, y + small + 1 + place * (small + 1), small, 400)),
    ...number,
  ]
}

/** A number that fits a tile; the table beside the map says it in full. */
function sayValue(row: MapRow, { format }: MapSpec, frame: Frame): string {
  if (row.value === null) return '–'
  const text = writeValue(row, format)
  const less = /^minder dan (\d+)$/.exec(text)?.[1]
  if (less !== undefined) return `<${less}`
  return text.length > 6 ? frame.write(row.value, format) : text
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100
}
