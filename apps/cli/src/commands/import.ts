import { ok } from '@tijdig/core'
import { type FileReport, type ImportProgress, importLog } from '@tijdig/server'
import type { Surroundings } from '../command.ts'
import { defineCommand } from '../define-command.ts'
import { count } from '../output/dutch.ts'

/** Not more often than people can read. */
const MILLISECONDS_BETWEEN = 1_000

export const importCommand = defineCommand({
  name: 'import',
  usage: 'import BESTAND.ndjson… | -',
  summary: 'Neemt gebeurtenissen op in het logboek.',
  help: `  BESTAND                een bestand met één gebeurtenis (JSON) per regel; - is de standaardinvoer

  Wat er al in staat, wordt overgeslagen: een onderbroken opname gaat verder met dezelfde opdracht.
  Geweigerde regels komen met hun reden in BESTAND.rejected.ndjson; de rest gaat erin.
  Code 0: alles staat erin. Code 2: er is iets geweigerd. Code 1: er kon niets.

  tijdig import examples/ot-2023-03.ndjson examples/jbjr-2023-03.ndjson
  zcat oud.ndjson.gz | tijdig import -
`,
  options: {},
  words: {
    least: 1,
    most: Number.MAX_SAFE_INTEGER,
    names: 'een bestand, of - voor de standaardinvoer',
  },
  read: ({ words }) => ok(words),
  async run(house, paths, surroundings) {
    const { tell, print, input } = surroundings
    const imported = await importLog({
      store: house.store,
      paths,
      input,
      workingFolder: process.cwd(),
      onProgress: progressTeller(surroundings),
    })
    if (!imported.ok) {
      tell(imported.error.reason)
      if (imported.error.detail) tell(`(${imported.error.detail})`)
      return 1
    }
    for (const file of imported.value.files) print(`${summary(file)}\n`)
    return imported.value.refused > 0 ? 2 : 0
  },
})

function summary({ path, fresh, alreadyThere, refused, rejected }: FileReport): string {
  const name = path === '-' ? 'Standaardinvoer' : path
  const counts = `${count(fresh)} nieuw, ${count(alreadyThere)} al aanwezig, ${count(refused)} geweigerd`
  return rejected
    ? `${name}: ${counts}. De geweigerde regels staan in ${rejected}.`
    : `${name}: ${counts}.`
}

function progressTeller({ tell }: Surroundings): (progress: ImportProgress) => void {
  let last = Date.now()
  return ({ path, bytesRead, bytesTotal, fresh, alreadyThere, refused }) => {
    if (Date.now() - last < MILLISECONDS_BETWEEN) return
    last = Date.now()
    const share = bytesTotal ? `${Math.floor((100 * bytesRead) / bytesTotal)} %, ` : ''
    tell(
      `  ${path}: ${share}${count(fresh)} nieuw, ${count(alreadyThere)} al aanwezig, ${count(refused)} geweigerd`,
    )
  }
}
