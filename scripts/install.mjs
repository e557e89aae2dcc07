import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { runChild, runNode } from './child.mjs'
import { root } from './root.mjs'

/**
 * Makes `node_modules` agree with `package-lock.json`. Does nothing, in a few milliseconds, when it
 * already does; ends the program with a sentence that says what to do when it cannot.
 */
export async function ensureInstalled() {
  if (isInstalled(root)) return
  const started = performance.now()
  const seconds = () => `${Math.round((performance.now() - started) / 1000)} s`
  console.log('Pakketten installeren. Dat gebeurt één keer en duurt meestal minder dan een minuut.')
  const progress = setInterval(() => console.log(`  nog bezig (${seconds()})`), 10_000)

  // Vite and the tests are development dependencies: NODE_ENV=production must not leave them out.
  const flags = ['--include=dev', '--no-audit', '--no-fund', '--no-progress']
  let result = await npm(['ci', ...flags])
  if (result.code !== 0 && !hopeless(result.output)) result = await npm(['install', ...flags])
  clearInterval(progress)

  if (result.code !== 0) {
    console.error(result.output)
    console.error(`Het installeren van de pakketten is niet gelukt. ${advice(result.output)}`)
    process.exit(1)
  }
  writeStamp(root)
  console.log(`  ${summary(result.output)} (${seconds()})`)
}

/**
 * Whether what stands in `node_modules` is what the lock file asks for, on this kind of machine.
 * A folder that somebody filled with npm itself counts too: npm keeps there what it has put in.
 *
 * @param {string} folder the project's folder
 */
export function isInstalled(folder) {
  const stamp = stampFile(folder)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === stampOf(folder)) return true
  const kept = join(folder, 'node_modules', '.package-lock.json')
  if (!existsSync(kept)) return false
  const wanted = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages
  const present = JSON.parse(readFileSync(kept, 'utf8')).packages
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.includes('node_modules/') || entry.optional) continue
    if (!present[path] || present[path].version !== entry.version) return false
  }
  writeStamp(folder)
  return true
}

/** @param {string} folder */
const stampFile = (folder) => join(folder, 'node_modules', '.tijdig-installed')

/** @param {string} folder */
function stampOf(folder) {
  const lock = readFileSync(join(folder, 'package-lock.json'))
  // Native packages differ by system: a folder copied from another machine is no good here.
  const machine = `${process.platform}-${process.arch}`
  return `${createHash('sha256').update(lock).digest('hex')} ${machine}\n`
}

/** @param {string} folder */
const writeStamp = (folder) => writeFileSync(stampFile(folder), stampOf(folder))

/** @param {string[]} args */
export function npm(args) {
  // When it is told to stop, npm first tidies up for half a minute; the next run starts afresh anyway.
  const options = { cwd: root, patience: 500 }
  const running = process.env.npm_execpath
  if (running && basename(running).startsWith('npm')) return runNode(running, args, options)
  // npm is a batch file on Windows, and only a shell starts those.
  return process.platform === 'win32'
    ? runChild('npm.cmd', args, { ...options, shell: true })
    : runChild('npm', args, options)
}

const unreachable = /\b(ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN)\b/
const diskFull = /\bENOSPC\b/

/** @param {string} output */
const hopeless = (output) => unreachable.test(output) || diskFull.test(output)

/** @param {string} output */
function advice(output) {
  if (unreachable.test(output)) {
    return 'De pakketten zijn niet te bereiken: controleer de internetverbinding (of de proxy van npm) en probeer het opnieuw.'
  }
  if (diskFull.test(output)) return 'De schijf is vol: maak ruimte vrij en probeer het opnieuw.'
  if (/\b(EACCES|EPERM)\b/.test(output)) {
    return `Er mag niet worden geschreven in ${root}: zet de map op uw eigen naam en probeer het opnieuw.`
  }
  return 'Hierboven staat wat npm meldde. Verwijder de map node_modules en probeer het opnieuw.'
}

/** @param {string} output */
const summary = (output) => output.match(/^(added|changed|up to date).*$/m)?.[0] ?? 'klaar'
