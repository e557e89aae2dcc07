import { addDays, type Day, type Event, endOfDay, type FieldValue, type Moment } from '@tijdig/core'

/** Who gets the made-up orders, by name, with the team that has them. */
interface DemoWorker {
  readonly name: string
  readonly institution: string
  readonly team: string | undefined
}

const LOTTE: DemoWorker = { name: 'Lotte Vermeer', institution: 'WSS', team: 'noord' }
const RACHID: DemoWorker = { name: 'Rachid Bouzid', institution: 'WSS', team: 'zuid' }
/** Starts cases, and hands them over to who keeps them. */
const SAMIRA: DemoWorker = { name: 'Samira Bakker', institution: 'WSS', team: 'instroom' }
const FATIMA: DemoWorker = { name: 'Fatima el Amrani', institution: 'DJGB', team: undefined }
const DEWI: DemoWorker = { name: 'Dewi Tahapary', institution: 'LJR', team: undefined }

/** When each thing happened, in days before today; left out: not yet. */
interface DemoOrder {
  readonly of: DemoWorker
  readonly order: 'ots' | 'provisional-ots' | 'guardianship' | 'probation'
  readonly municipality: string
  readonly imposed: number
  readonly worker?: number
  readonly contact?: number
  readonly plan?: number
  readonly help?: number
  readonly paused?: number
  /** Since when it is being handed over, and to whom. */
  readonly handover?: { readonly to: DemoWorker; readonly began: number }
}

/**
 * Orders as a worker has them: some too late, some due today, some with time left. The plan is due
 * six weeks after the order, help three months after it.
 */
const ORDERS: readonly DemoOrder[] = [
  { of: LOTTE, order: 'ots', municipality: 'Haarlem', imposed: 44, worker: 41, contact: 38 },
  { of: LOTTE, order: 'ots', municipality: 'Velsen', imposed: 42, worker: 39, contact: 37 },
  { of: LOTTE, order: 'provisional-ots', municipality: 'Haarlem', imposed: 13, worker: 9 },
  { of: LOTTE, order: 'ots', municipality: 'Beverwijk', imposed: 39, worker: 36, contact: 34 },
  {
    of: LOTTE,
    order: 'ots',
    municipality: 'Haarlem',
    imposed: 94,
    worker: 91,
    contact: 89,
    plan: 60,
  },
  {
    of: LOTTE,
    order: 'guardianship',
    municipality: 'Heemskerk',
    imposed: 30,
    worker: 27,
    contact: 25,
  },
  {
    of: LOTTE,
    order: 'ots',
    municipality: 'Velsen',
    imposed: 70,
    worker: 67,
    contact: 66,
    plan: 35,
    paused: 10,
  },
  {
    of: LOTTE,
    order: 'probation',
    municipality: 'Haarlem',
    imposed: 85,
    worker: 82,
    contact: 80,
    plan: 50,
    help: 20,
  },
  { of: RACHID, order: 'ots', municipality: 'Zandvoort', imposed: 45, worker: 43, contact: 40 },
  { of: RACHID, order: 'ots', municipality: 'Bloemendaal', imposed: 20, worker: 17, contact: 15 },
  {
    of: RACHID,
    order: 'probation',
    municipality: 'Heemstede',
    imposed: 91,
    worker: 88,
    contact: 86,
    plan: 52,
  },
  { ...{ of: { ...LOTTE, name: '' } }, order: 'ots', municipality: 'Uitgeest', imposed: 4 },
  { ...{ of: { ...LOTTE, name: '' } }, order: 'ots', municipality: 'Velsen', imposed: 9 },
  { of: FATIMA, order: 'ots', municipality: 'Purmerend', imposed: 43, worker: 40, contact: 39 },
  { of: FATIMA, order: 'guardianship', municipality: 'Zaanstad', imposed: 12, worker: 8 },
  { of: DEWI, order: 'probation', municipality: 'Alkmaar', imposed: 41, worker: 38, contact: 36 },
  {
    ...{ of: SAMIRA, order: 'ots', municipality: 'Heemskerk' },
    ...{ imposed: 40, worker: 38, contact: 36, plan: 12 },
    handover: { to: LOTTE, began: 10 },
  },
  {
    ...{ of: SAMIRA, order: 'ots', municipality: 'Zandvoort' },
    ...{ imposed: 61, worker: 59, contact: 57, plan: 32 },
    handover: { to: RACHID, began: 30 },
  },
  {
    ...{ of: RACHID, order: 'guardianship', municipality: 'Haarlem' },
    ...{ imposed: 48, worker: 46, contact: 44, plan: 15 },
    handover: { to: LOTTE, began: 5 },
  },
  {
    ...{ of: SAMIRA, order: 'provisional-ots', municipality: 'Beverwijk' },
    ...{ imposed: 11, worker: 9, contact: 7 },
  },
]

const REGION: Readonly<Record<string, string>> = {
  Purmerend: 'Zaanstreek-Waterland',
  Zaanstad: 'Zaanstreek-Waterland',
  Alkmaar: 'Alkmaar',
  Haarlem: 'Zuid-Kennemerland',
  Zandvoort: 'Zuid-Kennemerland',
  Bloemendaal: 'Zuid-Kennemerland',
  Heemstede: 'Zuid-Kennemerland',
}

/**
 * Court orders of the last months, made up, so that there is something to do on the day on which
 * somebody tries Tijdig.
 * @param codeOf The code of a worker of an institution, by name.
 */
export function demoWork(
  today: Day,
  codeOf: (institution: string, name: string) => string,
): Event[] {
  return ORDERS.flatMap((order, place) => eventsOf(order, place, today, codeOf))
}

function eventsOf(
  { of, order, municipality, imposed, worker, contact, plan, help, paused, handover }: DemoOrder,
  place: number,
  today: Day,
  codeOf: (institution: string, name: string) => string,
): Event[] {
  const trajectory = `JB-${String(901 + place).padStart(5, '0')}`
  const { institution, team, name } = of
  const steps: [type: string, ago: number | undefined, data: Record<string, FieldValue>][] = [
    ['orderImposed', imposed, { order, region: REGION[municipality] ?? 'IJmond', municipality }],
    ['institutionNotified', imposed - 1, { institution }],
    ...(team === undefined
      ? []
      : [
          [
            'partyJoined',
            imposed - 1,
            { organisation: institution, team },
          ] as (typeof steps)[number],
        ]),
    ['workerAssigned', worker, { worker: codeOf(institution, name) }],
    ['firstContact', contact, {}],
    ['planEstablished', plan, {}],
    ['termsPaused', paused, { reason: 'hospital' }],
    ['helpStarted', help, { service: 'ambulant' }],
    ['handoverBegan', handover?.began, handover ? handoverData(handover.to, codeOf) : {}],
  ]
  return steps.flatMap(([type, ago, data], step) => {
    if (ago === undefined) return []
    const validOn = addDays(today, -ago)
    return {
      id: `demo-${trajectory}-${step}`,
      trajectory,
      route: 'jbjr',
      type,
      validOn,
      // In the evening of that day, one after the other.
      recordedAt: (endOfDay(validOn) - (20 - step) * 60_000_000) as Moment,
      data,
    }
  })
}

function handoverData(
  { institution, name, team }: DemoWorker,
  codeOf: (institution: string, name: string) => string,
): Record<string, FieldValue> {
  const worker = codeOf(institution, name)
  return { organisation: institution, worker, ...(team !== undefined && { team }) }
}
