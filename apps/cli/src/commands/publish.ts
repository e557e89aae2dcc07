import { ok } from '@tijdig/core'
import { publicationLineView, publish as publishReport, reporting } from '@tijdig/server'
import { defineCommand } from '../define-command.ts'
import { clockTime } from '../output/dutch.ts'
import { readChoice } from '../read-options.ts'
import { refused } from '../with-house.ts'
import { ORDER_HELP, ORDER_OPTIONS, readOrder } from './report.ts'

const FORMATS = ['text', 'json'] as const
const AUDIENCES = ['public', 'chain'] as const

export const publish = defineCommand({
  name: 'publish',
  usage: 'publish SJABLOON --cut-off DAG --known-at DAG|MOMENT',
  summary: 'Publiceert een rapport: vanaf dan verandert het niet meer.',
  help: `${ORDER_HELP}
  --audience A           public (iedereen) of chain (alleen wie inlogt); standaard zoals het
                         sjabloon zegt
  --format F             text of json (standaard: text)`,
  options: { ...ORDER_OPTIONS, audience: { type: 'string' }, format: { type: 'string' } },
  required: ['cut-off', 'known-at'],
  words: { least: 1, most: 1, names: 'een sjabloon' },
  read(given) {
    const format = readChoice('format', given.find('format'), FORMATS, 'text')
    if (!format.ok) return format
    const asked = given.find('audience')
    const audience = asked === undefined ? ok(undefined) : readAudience(asked)
    if (!audience.ok) return audience
    return ok({ order: { ...readOrder(given), audience: audience.value }, format: format.value })
  },
  async run(house, { order, format }, surroundings) {
    const made = await publishReport(house, order)
    if (!made.ok) return refused(surroundings, made.error)
    const template = await house.templates.find(order.template)
    const { openPrompts } = await reporting()
    const unwritten = template.ok ? openPrompts(template.value) : []
    for (const line of promptLines(unwritten)) surroundings.tell(line)
    const { figures } = made.value
    const line = publicationLineView({ ...made.value, figureCount: figures.length })
    surroundings.print(
      format === 'json'
        ? `${JSON.stringify(line)}\n`
        : `Publicatie ${line.number}: ${line.title} (${line.template}), peildag ${line.cutOff}, bekend op ${clockTime(line.knownAt)}. ${figures.length} cijfers, vastgelegd op positie ${line.position} van het logboek. ${line.address === null ? 'Alleen voor wie inlogt' : `Openbaar: /archief/${line.address}`}.\n`,
    )
    return 0
  },
})

interface Prompt {
  readonly question: string
  readonly section: string | undefined
}

/** What was published without, as nobody has written it. */
function promptLines(prompts: readonly Prompt[]): readonly string[] {
  if (prompts.length === 0) return []
  const many =
    prompts.length === 1
      ? 'Let op: één zin van dit rapport is niet geschreven en staat er niet in:'
      : `Let op: ${prompts.length} zinnen van dit rapport zijn niet geschreven en staan er niet in:`
  const places = prompts.map(({ question, section }) => {
    const place = section === undefined ? 'boven de eerste kop' : `onder "${section}"`
    return `- ${place}: ${question}`
  })
  return [many, ...places, 'Schrijft u ze liever eerst? Begin dan een concept in de webapplicatie.']
}

function readAudience(text: string) {
  return readChoice('audience', text, AUDIENCES, 'chain')
}
