import type { Browser, BrowserContext, Page } from '@playwright/test'

export type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>

/** Signs in as one of the demo people, the way that they do it, and comes out at a path. */
export async function signIn(page: Page, name: string, path = '/', server = ''): Promise<void> {
  await page.goto(`${server}/inloggen?terug=${encodeURIComponent(path)}`)
  await choose(page, name)
}

/** Chooses one of the demo people at the demo issuer. */
export async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  // Only of the application itself: the issuer's pages have no place for it.
  await page.locator('#app').waitFor({ state: 'attached' })
  // Who begins is led on to the own beginning: that closes what was opened before.
  await page.waitForURL((url) => url.pathname !== '/')
}

const NOBODY: StorageState = { cookies: [], origins: [] }

/** What a browser keeps of somebody who signed in: made once for each of them, then used again. */
export class SignedIn {
  readonly #browser: Browser
  readonly #url: string
  readonly #states = new Map<string, Promise<StorageState>>()

  constructor(browser: Browser, url: string) {
    this.#browser = browser
    this.#url = url
  }

  as(name: string): Promise<StorageState> {
    const known = this.#states.get(name) ?? this.#signIn(name)
    this.#states.set(name, known)
    return known
  }

  async #signIn(name: string): Promise<StorageState> {
    // Empty, as else it would begin with who is signed in for the test, and end their session.
    const context = await this.#browser.newContext({ baseURL: this.#url, storageState: NOBODY })
    await signIn(await context.newPage(), name)
    const state = await context.storageState()
    await context.close()
    return state
  }
}
