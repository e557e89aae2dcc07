import { defineConfig, devices } from '@playwright/test'
import { findChromium } from './scripts/chromium.mjs'

const chromium = findChromium()
const isRoot = process.getuid?.() === 0

/** Chromium asks the outside world for nothing: tests must pass on a machine without internet. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
  '--no-first-run',
]

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './e2e/prepare-demo.ts',
  // Each worker has a server and a database of its own, beside its browser; they wait for each other
  // two fifths of the time.
  workers: 3,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  // Only there to end what hangs: on a busy machine a page may take a while.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  use: {
    reuseContext: true,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    // Keeping a trace of each test takes as much time again as all tests: ask with --trace=on.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      // Chromium's own sandbox refuses to run as root.
      args: isRoot ? ['--no-sandbox', ...quiet] : quiet,
    },
  },
  projects: [
    {
      name: 'breed',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } },
    },
    {
      // What must also work on a phone carries the tag.
      name: 'smal',
      grep: /@smal/,
      use: { ...devices['Desktop Chrome'], viewport: { width: 390, height: 844 }, hasTouch: true },
    },
  ],
})
