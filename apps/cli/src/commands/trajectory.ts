import { ok } from '@tijdig/core'
import { lookUpTrajectory, type TrajectoryView } from '@tijdig/server'
import { defineCommand } from '../define-command.ts'
import { clockTime } from '../output/dutch.ts'
import { textTable } from '../output/text-table.ts'
import { readChoice } from '../read-options.ts'
import { refused } from '../with-house.ts'

const FORMATS = ['text', 'json'] as const

const STATUS = {
  stands: '',
  corrected: 'verbeterd',
  withdrawn: 'ingetrokken',
  withdrawal: 'intrekking',
} as const

const OUTCOMES = {
  'in-time': 'op tijd',
  late: 'te laat',
  lapsed: 'vervallen',
  overdue: 'te laat, nog niet gedaan',
  running: 'loopt',
} as const

export const trajectory = defineCommand({
  name: 'trajectory',
  usage: 'trajectory ROUTE NUMMER',
  summary: 'Laat alles zien wat over één traject bekend werd, en wanneer.',
  help: `  --cut-off DAG          de stand op deze dag (standaard: vandaag)
  --known-at DAG|MOMENT  zoals toen bekend (standaard: alles)
  --format F             text of json (standaard: text)

  tijdig trajectory ot OT-0003`,
  options: {
    'cut-off': { type: 'string' },
    'known-at': { type: 'string' },
    format: { type: 'string' },
  },
  words: { least: 2, most: 2, names: 'een route en het nummer van een traject' },
  read(given) {
    const format = readChoice('format', given.find('format'), FORMATS, 'text')
    if (!format.ok) return format
    const [route = '', id = ''] = given.words
    const asked = { route, id, cutOff: given.find('cut-off'), knownAt: given.find('known-at') }
    return ok({ asked, format: format.value })
  },
  about: ({ asked: { route, id } }) => ({ route, trajectory: id }),
  async run(house, { asked, format }, surroundings) {
    const found = await lookUpTrajectory(house, asked)
    if (!found.ok) return refused(surroundings, found.error)
    surroundings.print(
      format === 'json' ? `${JSON.stringify(found.value, null, 2)}\n` : asText(found.value),
    )
    return 0
  },
})

function asText({ id, routeLabel, state, stateSince, clocks, timeline }: TrajectoryView): string {
  const standing = state ? `${state.label} sinds ${stateSince}` : 'nog geen stand'
  const terms = textTable(
    [{ head: 'Termijn' }, { head: 'Uiterlijk' }, { head: 'Gedaan' }, { head: 'Uitkomst' }],
    clocks.map((clock) => [
      clock.norm,
      clock.dueOn ?? 'staat stil',
      clock.metOn ?? '',
      OUTCOMES[clock.outcome],
    ]),
  )
  const events = textTable(
    [
      { head: 'Gebeurd' },
      { head: 'Bekend' },
      { head: 'Wat' },
      { head: 'Gegevens' },
      { head: 'Geldt nog?' },
      { head: 'Opmerking' },
    ],
    timeline.map((entry) => [
      entry.validOn,
      clockTime(entry.recordedAt),
      entry.label,
      entry.details.map(({ label, value }) => `${label}: ${value}`).join(', '),
      STATUS[entry.status],
      entry.remarks.join(' '),
    ]),
  )
  const parts = [`${id} (${routeLabel}): ${standing}\n`]
  if (clocks.length > 0) parts.push(terms)
  return [...parts, events].join('\n')
}
