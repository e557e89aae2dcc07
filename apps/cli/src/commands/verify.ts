import { ok, type Result } from '@tijdig/core'
import { type House, verificationView, verify as verifyPublication } from '@tijdig/server'
import { defineCommand, readNumber } from '../define-command.ts'
import { count } from '../output/dutch.ts'
import { textTable } from '../output/text-table.ts'
import { readChoice } from '../read-options.ts'
import { refused } from '../with-house.ts'

const FORMATS = ['text', 'json'] as const

const WHAT = {
  log: 'logboek',
  definition: 'definitie',
  figure: 'cijfer',
  document: 'tekst',
} as const

interface Asked {
  readonly number: number | undefined
  /** In the archive; where no number was given. */
  readonly address: string | undefined
  readonly format: (typeof FORMATS)[number]
}

export const verify = defineCommand({
  name: 'verify',
  usage: 'verify NUMMER|ADRES',
  summary: 'Berekent een publicatie helemaal opnieuw uit het logboek.',
  help: `  ADRES                  van een openbare publicatie, bijvoorbeeld ot-progress/2023-03-31

  Code 0: alles is gelijk. Code 2: er is verschil; elk verschil wordt genoemd.

  --format F             text of json (standaard: text)`,
  options: { format: { type: 'string' } },
  words: {
    least: 1,
    most: 1,
    names: 'het nummer van een publicatie, of haar adres in het openbare archief',
  },
  read(given): Result<Asked, string> {
    const format = readChoice('format', given.find('format'), FORMATS, 'text')
    if (!format.ok) return format
    const asked = given.words[0] ?? ''
    if (asked.includes('/')) return ok({ number: undefined, address: asked, format: format.value })
    const number = readNumber(asked)
    return number.ok
      ? ok({ number: number.value, address: undefined, format: format.value })
      : number
  },
  async run(house, { number: asked, address, format }, surroundings) {
    const number = asked ?? (await findNumber(house, address))
    const verified = await verifyPublication(house, number)
    if (!verified.ok) return refused(surroundings, verified.error)
    const { identical, eventsRead, differences } = verified.value
    const code = identical ? 0 : 2
    if (format === 'json') {
      surroundings.print(`${JSON.stringify(verificationView(verified.value))}\n`)
      return code
    }
    const read = `${count(eventsRead)} gebeurtenissen opnieuw gelezen`
    if (identical) {
      surroundings.print(`Publicatie ${number} is identiek: ${read}, alles komt er weer zo uit.\n`)
      return code
    }
    const table = textTable(
      [{ head: 'Wat' }, { head: 'Naam' }, { head: 'Gepubliceerd' }, { head: 'Opnieuw berekend' }],
      differences.map(({ what, name, published, recalculated }) => [
        WHAT[what],
        name,
        published,
        recalculated,
      ]),
    )
    surroundings.print(`Publicatie ${number} wijkt af (${read}):\n\n${table}`)
    return code
  },
})

/** The number of what stands below an address; 0, which nothing has, where nothing does. */
async function findNumber(house: House, address: string | undefined): Promise<number> {
  const lines = await house.store.publications()
  return lines.find((line) => line.address === address)?.number ?? 0
}
