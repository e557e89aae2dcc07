import { err, ok, type Result } from '@tijdig/core'
import {
  agreedDeliveries,
  asLines,
  deliveryLineView,
  deliveryView,
  findDelivery,
  type House,
  makeDelivery,
  organisationsOf,
} from '@tijdig/server'
import type { Surroundings } from '../command.ts'
import { defineCommand, type Given, readNumber } from '../define-command.ts'
import { deliveriesTable, deliveryText } from '../output/delivery-text.ts'
import { readChoice } from '../read-options.ts'
import { refused } from '../with-house.ts'

const FORMATS = ['text', 'json'] as const

interface Common {
  readonly format: (typeof FORMATS)[number]
}
type Asked = Common &
  (
    | { readonly does: 'list' }
    | { readonly does: 'make'; readonly month: string; readonly institution: string | undefined }
    | { readonly does: 'show'; readonly number: number }
  )

export const delivery = defineCommand({
  name: 'delivery',
  usage: 'delivery list | make --month MAAND | show NUMMER',
  summary: 'Laat zien wat er elke maand wordt geleverd, en maakt een levering.',
  help: `  list                   alle leveringen, de nieuwste maand eerst
  make --month MAAND     maakt de levering over een maand (JJJJ-MM) die voorbij is; is zij er al,
                         dan gebeurt er niets. De server doet dit zelf, op de afgesproken dag
  show NUMMER            de cijfers van een levering, en wat er veranderde sinds de vorige

  --institution CODE     bij make: welke instelling levert; nodig als er meer zijn
  --format F             text of json (standaard: text op een scherm, anders json)

  Nagaan of een levering nog klopt, gaat met: tijdig verify NUMMER`,
  options: {
    month: { type: 'string' },
    institution: { type: 'string' },
    format: { type: 'string' },
  },
  words: { least: 1, most: 2, names: '"list", "make" of "show" met een nummer' },
  read,
  run: (house, asked, surroundings) => {
    switch (asked.does) {
      case 'list':
        return list(house, asked, surroundings)
      case 'make':
        return make(house, asked, surroundings)
      case 'show':
        return show(house, asked, surroundings)
      default:
        return asked satisfies never
    }
  },
})

function read(given: Given, { isTerminal }: Surroundings): Result<Asked, string> {
  const format = readChoice('format', given.find('format'), FORMATS, isTerminal ? 'text' : 'json')
  if (!format.ok) return format
  const common = { format: format.value }
  const [does, number] = given.words
  switch (does) {
    case 'list':
      return ok({ ...common, does })
    case 'make': {
      const month = given.find('month') ?? ''
      if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) {
        return err(`Geef met --month een maand, bijvoorbeeld 2023-03; niet "${month}".`)
      }
      return ok({ ...common, does, month, institution: given.find('institution') })
    }
    case 'show': {
      const read = readNumber(number ?? '')
      return read.ok ? ok({ ...common, does, number: read.value }) : read
    }
    default:
      return err(`"${does}" kan hier niet. Kies list, make of show.`)
  }
}

async function wordsOf({ catalogue, people }: House) {
  return { catalogue, organisations: await organisationsOf(people) }
}

async function list(house: House, { format }: Common, { print, tell }: Surroundings) {
  const words = await wordsOf(house)
  const lines = (await house.store.deliveries.list()).map((line) => deliveryLineView(words, line))
  if (format === 'json') print(asLines(lines.map((line) => JSON.stringify(line))))
  else if (lines.length === 0) tell('Er is nog niets geleverd.')
  else print(deliveriesTable(lines))
  return 0
}

async function make(
  house: House,
  { month, institution, format }: Extract<Asked, { does: 'make' }>,
  surroundings: Surroundings,
) {
  const all = agreedDeliveries(house.catalogue.deliveries)
  const fitting = all.filter(
    ({ parties }) => institution === undefined || parties.institution === institution,
  )
  const [agreed] = fitting
  if (!agreed || fitting.length > 1) {
    const codes = all.map(({ parties }) => parties.institution).join(', ')
    surroundings.tell(`Zeg met --institution welke instelling levert. Kies een van: ${codes}.`)
    return 1
  }
  const before = (await house.store.publications()).length
  const made = await makeDelivery(house, agreed, { month })
  if (!made.ok) return refused(surroundings, made.error)
  const isNew = (await house.store.publications()).length > before
  const { number, figures, delivered } = made.value
  if (!delivered) throw new Error(`publication ${number} is no delivery`)
  const line = deliveryLineView(await wordsOf(house), {
    ...made.value,
    figureCount: figures.length,
    delivered,
  })
  surroundings.print(
    format === 'json'
      ? `${JSON.stringify(line)}\n`
      : `Levering ${number} over ${month}, van ${line.institution.name} aan ${line.receiver.name}${isNew ? '' : ', was er al'}. ${figures.length} cijfers.\n`,
  )
  return 0
}

async function show(
  house: House,
  { number, format }: Extract<Asked, { does: 'show' }>,
  surroundings: Surroundings,
) {
  const found = await findDelivery(house, number)
  if (!found.ok) return refused(surroundings, found.error)
  const view = deliveryView(await wordsOf(house), found.value)
  surroundings.print(
    format === 'json'
      ? `${JSON.stringify(view)}\n`
      : deliveryText(house.catalogue.indicators, view),
  )
  return 0
}
