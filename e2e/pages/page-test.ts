import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { test as base, expect } from '../test.ts'

export { expect } from '@playwright/test'

/**
 * A page that fails its test when something breaks in it or the content security policy refuses
 * something: neither is to be seen on the screen.
 */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => {
        if (/Content Security Policy|Warning:|validateDOMNesting/.test(message.text()))
          complaints.push(message.text())
      })
      await use(complaints)
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
})

/**
 * No axe finding on the page as it stands, and no scrolling sideways. A frame in which nothing may
 * run cannot be looked into; what stands there is tested where it is made.
 */
export async function expectAccessible(page: Page): Promise<void> {
  // On a busy machine the page may still be coming.
  await page.locator('h1').first().waitFor({ state: 'attached' })
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  expect(await page.evaluate(findingsHere)).toEqual([])
  await expectNoSidewaysScroll(page)
}

/**
 * Runs in the page itself: axe's own builder gathers what it found in a page that it opens for
 * that, which costs more than twice as much. For that axe would look into frames one by one: one
 * that it would have to look into counts as a finding.
 */
async function findingsHere(): Promise<string[]> {
  const { axe: runner } = window as unknown as { axe: typeof axe }
  const { violations } = await runner.run(
    { exclude: [['iframe[sandbox]']] },
    {
      resultTypes: ['violations'],
      // Colours are the same at every width, and comparing them is most of the work.
      rules: { 'color-contrast': { enabled: window.innerWidth > 600 } },
    },
  )
  const unseen = [...document.querySelectorAll('iframe:not([sandbox])')]
  return [
    ...violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
    ),
    ...unseen.map((frame) => `not looked into: ${frame.outerHTML}`),
  ]
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(excess).toBeLessThanOrEqual(0)
}

/** Keeps answers under a path back until told; the page meanwhile shows that it waits. */
export async function holdBack(page: Page, path: string): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(path, async (route) => {
    await released
    await route.continue()
  })
  return release
}

/** Lets calls under a path fail as the server would say it. */
export async function letFail(page: Page, path: string, status = 500, code = 'internal') {
  await page.route(path, (route) =>
    route.fulfill({
      status,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: 'about:blank', title: 'x', status, code }),
    }),
  )
}
