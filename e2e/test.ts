import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type BrowserContext, test as base } from '@playwright/test'
import { copyDemo } from './prepare-demo.ts'
import { SignedIn } from './sign-in.ts'
import { createFolder, type RunningServer, startServer } from './start-server.ts'

export { expect } from '@playwright/test'

interface PerTest {
  /** Who is signed in: the name of one of the demo people; null for nobody. */
  readonly who: string | null
  /** A browser of somebody else, beside that of the test. */
  readonly browserOf: (who: string) => Promise<BrowserContext>
}

interface PerWorker {
  /** Names a file that opens trajectories: it gets a server that others do not count on. */
  readonly apart: string
  readonly server: RunningServer
  readonly signedIn: SignedIn
}

/**
 * Playwright's test, with a server on a copy of the demo: one for each worker, started once. Unless
 * told otherwise (`test.use({ who })`) the coordinator of the support team is signed in.
 */
export const test = base.extend<PerTest, PerWorker>({
  // Playwright shares a worker, and so a server, only between files with the same options.
  apart: ['', { option: true, scope: 'worker' }],
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures needed from here.
    async ({}, use) => {
      const folder = await createFolder()
      const dataFolder = join(folder, 'data')
      await copyDemo(dataFolder)
      const server = await startServer({ dataFolder })
      await use(server)
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  signedIn: [
    async ({ browser, server }, use) => use(new SignedIn(browser, server.url)),
    { scope: 'worker' },
  ],
  who: ['Petra Hoekstra', { option: true }],
  baseURL: async ({ server }, use) => use(server.url),
  storageState: async ({ signedIn, who }, use) =>
    use(who === null ? undefined : await signedIn.as(who)),
  browserOf: async ({ browser, baseURL, contextOptions, signedIn, viewport }, use) => {
    const opened: BrowserContext[] = []
    await use(async (who) => {
      const context = await browser.newContext({
        ...contextOptions,
        ...(baseURL === undefined ? {} : { baseURL }),
        viewport,
        storageState: await signedIn.as(who),
      })
      opened.push(context)
      return context
    })
    await Promise.all(opened.map((context) => context.close()))
  },
})
