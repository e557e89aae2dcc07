import { parseHTML } from 'linkedom'
import { type Chart, type ChartOptions, chart } from '../charts/index.ts'
import type { ChartBlock } from '../document/document.ts'

/** Draws a chart of a document on a server; `suffix` keeps ids apart where it is drawn twice. */
export function drawBlock(
  block: ChartBlock,
  options: Omit<ChartOptions, 'document'> & { readonly suffix?: string },
): Chart {
  const { document } = parseHTML('<!doctype html><html lang="nl"></html>')
  const { suffix = '', ...size } = options
  const spec = { ...block.spec, id: `${block.id}${suffix}`, description: block.description }
  return chart(spec, block.data, { ...size, document: document as unknown as Document })
}
