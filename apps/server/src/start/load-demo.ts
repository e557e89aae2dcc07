import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { endOfDay, formatMoment, getDay } from '@tijdig/core'
import { askedOf } from '../house/frozen-publication.ts'
import type { House } from '../house/house.ts'
import { publish } from '../house/publish.ts'
import { importLog } from '../import/import-log.ts'
import { inProject } from './data-folder.ts'
import { loadDemoDeliveries, loadDemoLateOrders } from './load-demo-deliveries.ts'
import { loadDemoFamilies } from './load-demo-families.ts'
import { loadDemoKeepers } from './load-demo-keepers.ts'
import { loadDemoWork } from './load-demo-work.ts'

const LOGS = ['ot-2023-03.ndjson', 'jbjr-2023-03.ndjson', 'programmes-2023.ndjson']

/**
 * The two reports over 31 March 2023, as they were published a week after each other, and the first
 * once more with what was known then. Each tells what changed since the one that it follows: of the
 * same report, or else the one before. Those they stand for were public, and nobody in them is real,
 * so all three are for everybody.
 */
const PUBLISHED = [
  { template: 'ozj/quarterly', cutOff: '2023-03-31', knownAt: '2023-04-06' },
  { template: 'ot/progress', cutOff: '2023-03-31', knownAt: '2023-04-14' },
  { template: 'ozj/quarterly', cutOff: '2023-03-31', knownAt: '2023-04-14' },
] as const

/**
 * Fills an empty log with the examples. A note in the data folder says that it was begun, and in
 * which log, so that a start after one that was broken off finishes it; without that note, a log
 * with anything in it is left alone.
 */
export async function loadDemo(
  house: House,
  dataFolder: string,
  say: (line: string) => void,
): Promise<void> {
  const note = join(dataFolder, 'demo-begun')
  const { identity, position } = await house.store.head()
  const begun = await readFile(note, 'utf8').catch(() => '')
  if (position > 0 && begun !== identity) return
  await writeFile(note, identity)
  say('Voorbeeldgegevens laden. Dat gebeurt één keer.')
  for (const name of LOGS) {
    const imported = await importLog({
      store: house.store,
      paths: [inProject('examples', name)],
      input: Readable.from([]),
      workingFolder: dataFolder,
    })
    if (!imported.ok) throw new Error(imported.error.reason)
    const { fresh, alreadyThere, refused } = imported.value
    say(`  ${name}: ${fresh + alreadyThere} gebeurtenissen`)
    if (refused > 0) throw new Error(`${refused} regels van ${name} zijn geweigerd.`)
  }
  say(`  ${await loadDemoWork(house)} maatregelen van de laatste maanden, met wat er te doen is`)
  say(`  ${await loadDemoKeepers(house)} lijnen van programma’s met iemand die ervoor zorgt`)
  await loadDemoLateOrders(house)
  const families = await loadDemoFamilies(house)
  say(`  ${families} verzonnen gezinnen, versleuteld in de kluis`)
  const numbers = new Map<string, number>()
  let before: number | undefined
  for (const order of PUBLISHED) {
    const already = await findPublished(house, order)
    if (already !== undefined) {
      before = already
      numbers.set(order.template, already)
      continue
    }
    const earlier = numbers.get(order.template) ?? before
    const comparedWith = earlier === undefined ? undefined : String(earlier)
    const made = await publish(house, { ...order, comparedWith, audience: 'public' })
    if (!made.ok) throw new Error(made.error.reason)
    before = made.value.number
    numbers.set(order.template, before)
    say(`  Publicatie ${before}: ${made.value.title}`)
  }
  for (const month of await loadDemoDeliveries(house)) say(`  Levering over ${month}`)
  await rm(note)
}

async function findPublished(
  house: House,
  { template, cutOff, knownAt }: (typeof PUBLISHED)[number],
): Promise<number | undefined> {
  const moment = formatMoment(endOfDay(getDay(knownAt)))
  const lines = await house.store.publications()
  const found = lines.find((line) => {
    const asked = askedOf(line)
    return line.template === template && asked.cutOff === cutOff && asked.knownAt === moment
  })
  return found?.number
}
