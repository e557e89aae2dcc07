import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import type { ChartBlock } from '../document/document.ts'
import { drawingForPrint } from '../pdf/drawing-for-print.ts'
import { FONT_FAMILIES, loadFonts } from '../pdf/fonts.ts'
import { printable } from '../pdf/printable.ts'
import { drawBlock } from '../rendering/draw-block.ts'
import { Remembered } from '../rendering/remembered.ts'

/** Sharp on paper and on a screen that doubles its pixels. */
const SCALE = 2

export interface ChartPicture {
  readonly png: Uint8Array
  /** As it is drawn, before it is made sharper. Pixels. */
  readonly width: number
  readonly height: number
}

const pictures = new Remembered<ChartPicture>(100)

let ready: Promise<void> | undefined

/**
 * A chart as a picture in our own letter: Word shows drawings (SVG) only in its newer versions. The
 * drawing program is WebAssembly, so the same chart gives the same bytes on each machine.
 */
export async function chartPicture(block: ChartBlock): Promise<ChartPicture> {
  ready ??= loadDrawing()
  await ready
  const fonts = loadFonts()
  const [family = ''] = FONT_FAMILIES
  const drawing = drawBlock(printable(block, fonts.has), 'wide', family)
  return pictures.get(drawing, () => paint(drawingForPrint(drawing, fonts), family))
}

function paint(svg: string, family: string): ChartPicture {
  const picture = new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: SCALE },
    font: { fontBuffers: [...loadFonts().files], defaultFontFamily: family },
  })
  const { width, height } = picture
  const image = picture.render()
  const png = image.asPng()
  image.free()
  picture.free()
  return { png, width, height }
}

async function loadDrawing(): Promise<void> {
  const program = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
  await initWasm(await readFile(program))
}
