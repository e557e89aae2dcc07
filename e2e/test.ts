import { test as base } from '@playwright/test'
import { type RunningServer, startServer } from './start-server.ts'

export { expect } from '@playwright/test'

/** Playwright's test, with a server that holds the demo: one for each worker, started once. */
export const test = base.extend<object, { server: RunningServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures needed from here.
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
})
