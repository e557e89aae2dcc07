import { chromium } from '@playwright/test'
import { renderHtml, renderPdf } from '@tijdig/reports'
import { findChromium } from '../scripts/chromium.mjs'
import { longReport } from './long-report.ts'
import { milliseconds, quantile, type Row, time, times } from './measure.ts'

/**
 * A report of 40 pages as PDF: the first time in this process and again after an edit, beside
 * Chromium's print of the same report as a page, again after an edit too.
 */
export async function benchReport(runs: number): Promise<Row[]> {
  let edits = 0
  const edited = () => longReport(` Verbeterd: ${edits++}.`)
  const cold = await time(() => renderPdf(longReport()))
  const again = quantile(await times(runs, () => renderPdf(edited())))
  const printed = await printTimes(runs, () => renderHtml(edited()))
  const what = 'a report of 40 pages, 20 charts and 20 tables as PDF'
  const peer = printed === undefined ? 'no Chromium' : milliseconds(printed)
  const ratio = printed === undefined ? '' : `${(printed / again).toFixed(2)} times faster`
  return [
    {
      what: `${what}, for the first time`,
      ours: milliseconds(cold),
      peer: '-',
      ratio: '',
      aim: 'at most 2 s',
    },
    {
      what: `${what}, again after an edit, beside Chromium's print of the page`,
      ours: milliseconds(again),
      peer,
      ratio,
      aim: 'at most 0.5 s',
    },
  ]
}

/** The median of printing; undefined where there is no Chromium. */
async function printTimes(runs: number, page: () => string): Promise<number | undefined> {
  const executablePath = findChromium()
  if (executablePath === undefined) return undefined
  const browser = await chromium.launch({ executablePath })
  try {
    const tab = await browser.newPage()
    const print = async () => {
      await tab.setContent(page(), { waitUntil: 'load' })
      await tab.pdf({ format: 'A4', tagged: true, outline: true })
    }
    return quantile(await times(runs, print))
  } finally {
    await browser.close()
  }
}
