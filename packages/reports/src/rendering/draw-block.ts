import { drawChart, writeSvg } from '@tijdig/charts'
import { parseHTML } from 'linkedom'
import type { ChartBlock } from '../document/document.ts'
import { formatCount, formatShare } from '../wording/dutch-number.ts'
import { Remembered } from './remembered.ts'

/** As wide as a page, or as the page of a phone. Pixels. */
const SIZES = {
  wide: { width: 640, fontSize: 14, suffix: '' },
  narrow: { width: 340, fontSize: 13, suffix: '-smal' },
} as const

type Size = keyof typeof SIZES

/** Those of a few long reports, in each size. */
const drawings = new Remembered<string>(300)

/** Draws a chart of a document on a server: SVG as text, with ids that no other size has. */
export function drawBlock(
  { id, spec, description }: ChartBlock,
  size: Size,
  fontFamily?: string,
): string {
  const key = JSON.stringify([id, spec, description, size, fontFamily])
  return drawings.get(key, () => draw({ id, spec, description }, size, fontFamily))
}

function draw(
  { id, spec, description }: Pick<ChartBlock, 'id' | 'spec' | 'description'>,
  size: Size,
  fontFamily: string | undefined,
): string {
  const { document } = parseHTML('<!doctype html><html lang="nl"></html>')
  const { width, fontSize, suffix } = SIZES[size]
  const { svg } = drawChart(
    { ...spec, description },
    {
      document: document as unknown as Document,
      id: `${id}${suffix}`,
      width,
      fontSize,
      write: (value, kind) => (kind === 'share' ? formatShare(value) : formatCount(value)),
      ...(fontFamily === undefined ? {} : { fontFamily }),
    },
  )
  return writeSvg(svg)
}
