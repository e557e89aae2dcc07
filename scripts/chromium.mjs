import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { runChild, runNode } from './child.mjs'
import { inRoot, root } from './root.mjs'

// The first is Chromium without windows: the same pages, in two thirds of the time.
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]

const elsewhere = [
  '/usr/bin/chromium',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * The Chromium (or Chrome) to test with: the one that `PLAYWRIGHT_CHROMIUM` names, one on this
 * machine, or Playwright's own; `undefined` when there is none.
 *
 * @returns {string | undefined}
 */
export function findChromium() {
  const named = process.env.PLAYWRIGHT_CHROMIUM
  if (named) return named
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...elsewhere, playwrightsOwn()].find(isProgram)
}

/**
 * Installs Chromium when there is none.
 *
 * @returns {Promise<string | undefined>} why it did not work and what to do; nothing when it did
 */
export async function ensureChromium() {
  const named = process.env.PLAYWRIGHT_CHROMIUM
  if (named && !isProgram(named)) {
    return `PLAYWRIGHT_CHROMIUM noemt ${named}, maar dat is geen programma. Verbeter de naam of laat hem weg.`
  }
  if (findChromium()) return undefined
  console.log('Chromium installeren voor de tests in de browser.')
  const output = isDebianRoot() ? await installFromDebian() : await installFromPlaywright()
  return findChromium()
    ? undefined
    : `${output}\nChromium installeren is niet gelukt. Installeer zelf Chromium of Chrome, of noem er een in PLAYWRIGHT_CHROMIUM.`
}

/** Whether we may install Debian's package. Ubuntu's of that name only refers to a snap. */
function isDebianRoot() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false
  return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
}

async function installFromDebian() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // Another installation may be under way: wait for it instead of failing.
  const patient = ['-o', 'DPkg::Lock::Timeout=300']
  const update = await runChild('apt-get', [...patient, 'update'], { cwd: root, env })
  let output = update.output
  // An older Debian has Chromium with windows alone.
  for (const name of ['chromium-headless-shell', 'chromium']) {
    const install = ['install', '-y', '--no-install-recommends', name, 'fonts-liberation']
    const result = await runChild('apt-get', [...patient, ...install], { cwd: root, env })
    output += result.output
    if (result.code === 0) break
  }
  return output
}

async function installFromPlaywright() {
  const cli = inRoot('node_modules', '@playwright', 'test', 'cli.js')
  // As root on Linux it can bring the libraries that Chromium needs as well.
  const withLibraries = process.platform === 'linux' && process.getuid?.() === 0
  const args = ['install', ...(withLibraries ? ['--with-deps'] : []), 'chromium']
  return (await runNode(cli, args, { cwd: root })).output
}

function playwrightsOwn() {
  const { chromium } = createRequire(import.meta.url)('@playwright/test')
  return chromium.executablePath()
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
