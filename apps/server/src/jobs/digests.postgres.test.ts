import { dayOfMoment, getMoment, type Moment } from '@tijdig/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ReminderChoice, Work } from '../api/contract.ts'
import type { House } from '../house/house.ts'
import { tracesIn } from '../testing/find-traces.ts'
import { type Caller, openTestHouse, record, serve } from '../testing/test-house.ts'
import { type JobQueue, openJobQueue } from './job-queue.ts'
import { openPost } from './post.ts'
import { Digests } from './send-digests.ts'
import { startJobs } from './start-jobs.ts'
import { type Mailbox, openMailbox, readLetter } from './testing/mailbox.ts'

const PATIENCE = { retries: 2, retryDelaySeconds: 60, expireSeconds: 60, superviseSeconds: 60 }
/** Wednesday 15 March 2023, seven in the morning in the Netherlands. */
const SEVEN = getMoment('2023-03-15T06:00:00Z')
const MINUTE = 60_000_000
const DAY = 24 * 60 * MINUTE

let now: Moment
let house: House
let asOwner: (sql: string) => Promise<unknown>
let close: () => Promise<void>
let mailbox: Mailbox
let queue: JobQueue
let told: string[]
let worker: Caller
let enter: Awaited<ReturnType<typeof serve>>['enter']
let code: string

beforeEach(async () => {
  now = SEVEN
  told = []
  const opened = await openTestHouse(() => now)
  house = opened.house
  asOwner = opened.asOwner
  mailbox = await openMailbox()
  queue = openJobQueue(house.database.pool, PATIENCE, (error) => told.push(String(error)))
  await queue.start()
  close = async () => {
    await queue.stop()
    await mailbox.close()
    await opened.close()
  }
  const served = await serve(house, { role: 'worker', organisation: 'WSS', teams: ['noord'] })
  enter = served.enter
  worker = served
  ;[{ code }] = (await worker.get('colleagues')).json<[{ code: string }]>()
  await record(
    house,
    ...order('JB-1', '2023-03-08', code),
    ...order('JB-2', '2023-02-01', code),
    ...order('JB-3', '2023-03-10', null),
    ...order('JB-4', '2023-03-08', null, 'DJGB'),
  )
})
afterEach(() => close())

function order(
  trajectory: string,
  day: string,
  assigned: string | null,
  institution = 'WSS',
): object[] {
  const line = (type: string, data: object, hour: number) => ({
    id: `${trajectory}-${type}`,
    trajectory,
    route: 'jbjr',
    type,
    validOn: day,
    recordedAt: `${day}T${hour}:00:00Z`,
    data,
  })
  return [
    line('orderImposed', { order: 'ots', region: 'IJmond', municipality: 'Velsen' }, 10),
    line('institutionNotified', { institution }, 11),
    ...(assigned ? [line('workerAssigned', { worker: assigned }, 12)] : []),
  ]
}

const mailOf = () => ({
  url: mailbox.url,
  from: { name: 'Tijdig', address: 'tijdig@example.nl' },
  address: 'https://tijdig.example.nl',
  time: '07:00',
})

/** What the server does when it looks, by a server that was just started. */
async function look(): Promise<void> {
  const post = openPost(mailOf())
  const complain = (sentence: string) => told.push(sentence)
  const isStopping = () => false
  await new Digests({ house, queue, post, mail: mailOf(), complain, isStopping }).catchUp()
  post.close()
}

/** As if the time had come to try again. */
const tryAgain = () => asOwner("update tijdig_jobs.job set start_after = now() - interval '1s'")

describe('the digest of what is due', () => {
  it('tells each person what there is, in the numbers of the work list', async () => {
    const { counts } = (await worker.get('work')).json<Work>()
    expect(counts).toMatchObject({ overdue: 1, today: 2, week: 0 })
    await look()
    expect(told).toEqual([])
    expect(mailbox.received).toHaveLength(1)
    const [letter] = mailbox.received.map(readLetter)
    expect(letter?.subject).toBe('Tijdig: 1 te laat, 2 voor vandaag')
    expect(letter?.text.trimEnd()).toBe(`Uw termijnen: 1 te laat, 2 voor vandaag.

Aan u toegewezen:
- Eerste contact (Jeugdbescherming en jeugdreclassering). te laat: 1, vandaag: 1, let op: 1.
- Gedragen plan (Jeugdbescherming en jeugdreclassering). vandaag: 1, let op: 1.

Let op: deze termijn loopt bijna af. Zo’n termijn telt ook mee bij vandaag of deze week, of komt later.

Wat u kunt doen staat in Mijn werk: https://tijdig.example.nl/werk

U krijgt dit overzicht één keer per dag, als er iets te doen is. Wilt u het niet meer? Zet het uit in Tijdig, onder uw naam.`)
    expect(letter?.html).toContain('<a href="https://tijdig.example.nl/werk">')
    expect(letter?.html).toContain('<html lang="nl">')
    expect(letter?.head).toContain('Auto-Submitted: auto-generated')
  })

  it('tells a team lead of what is not assigned in the own teams, as the routes say', async () => {
    const lead = await enter({ role: 'team-lead', organisation: 'WSS', teams: ['noord', 'oost'] })
    await lead.put('reminders', { byMail: true })
    await worker.put('reminders', { byMail: false })
    await look()
    expect(mailbox.received).toHaveLength(1)
    const [letter] = mailbox.received.map(readLetter)
    // JB-3 is to have a worker today; JB-4 is another institution's. First contacts are not a lead's.
    expect(letter?.text).toContain(`Van uw team of organisatie:
- Gedragen plan (Jeugdbescherming en jeugdreclassering). vandaag: 1, let op: 1.
- Vaste jeugdbeschermer (Jeugdbescherming en jeugdreclassering). vandaag: 1, let op: 1.
`)
    expect(letter?.subject).toBe('Tijdig: 2 voor vandaag, van uw team of organisatie')
  })

  it('names no family, no trajectory and no colleague, in no head and no part', async () => {
    const kept = await worker.put('trajectories/jbjr/JB-1/persons/K1', {
      kind: 'child',
      name: 'Bram van Houten',
      bornOn: '2015-06-07',
      bsn: '123456782',
      address: 'Dorpsstraat 12, Oud Zand',
      phone: '0612345678',
      note: null,
    })
    expect(kept.statusCode).toBe(200)
    await enter({ role: 'team-lead', organisation: 'WSS', teams: ['noord', 'zuid'] })
    await look()
    expect(mailbox.received).toHaveLength(2)
    const secrets = ['Bram', 'Houten', 'Dorpsstraat', '123456782', '0612345678', '2015-06-07']
    const numbers = ['JB-1', 'JB-2', 'JB-3', 'JB-4', 'Velsen', 'IJmond', code]
    for (const received of mailbox.received) {
      const { head, subject, text, html } = readLetter(received)
      const bytes = Buffer.from([received.raw, head, subject, text, html].join('\n'))
      expect(tracesIn(bytes, [...secrets, ...numbers])).toEqual([])
      // The search can find what is there.
      expect(tracesIn(bytes, ['Mijn werk'])).toEqual(['Mijn werk'])
    }
    const jobs = await asOwner('select j::text as line from tijdig_jobs.job j')
    expect(tracesIn(Buffer.from(JSON.stringify(jobs)), [...secrets, ...numbers])).toEqual([])
  })

  it('is not sent where there is nothing to do, or to who does not want it', async () => {
    await enter({ role: 'worker', organisation: 'DJGB' })
    const choice = (await worker.put('reminders', { byMail: false })).json<ReminderChoice>()
    expect(choice).toEqual({ available: false, byMail: false, time: null })
    await look()
    expect(mailbox.received).toEqual([])
    await worker.put('reminders', { byMail: true })
    // Of a day it is worked out once.
    now = (SEVEN + 60 * MINUTE) as Moment
    await look()
    expect(mailbox.received).toEqual([])
    now = (SEVEN + DAY) as Moment
    await look()
    expect(mailbox.received).toHaveLength(1)
  })

  it('is not sent to who switched it off, or left, after it was worked out', async () => {
    await mailbox.close()
    await look()
    await worker.put('reminders', { byMail: false })
    mailbox = await openMailbox()
    await tryAgain()
    await look()
    expect(mailbox.received).toEqual([])
  })
})

describe('when the server is down, or what it needs', () => {
  it('goes out once, from its time on, however late the server is there', async () => {
    now = (SEVEN - MINUTE) as Moment
    await look()
    expect(mailbox.received).toEqual([])
    now = (SEVEN + 180 * MINUTE) as Moment
    await look()
    await look()
    // A day's jobs are gone from the queue at last; the day is not forgotten.
    await asOwner('delete from tijdig_jobs.job')
    await look()
    expect(mailbox.received).toHaveLength(1)
  })

  it('goes out once after three days, and is of today', async () => {
    await queue.add('digest-day', [{ data: {} }])
    now = (SEVEN + 3 * DAY + 180 * MINUTE) as Moment
    await look()
    await look()
    expect(mailbox.received.map((each) => readLetter(each).subject)).toEqual(['Tijdig: 3 te laat'])
  })

  it('leaves out the digest of a day that is over', async () => {
    await mailbox.close()
    await look()
    mailbox = await openMailbox()
    now = (SEVEN + DAY) as Moment
    await tryAgain()
    await look()
    expect(mailbox.received).toHaveLength(1)
    const sent = await asOwner(
      'select day::text, sent_at is not null as sent from tijdig.digest order by day',
    )
    expect(sent).toEqual([
      { day: '2023-03-15', sent: false },
      { day: '2023-03-16', sent: true },
    ])
  })

  it('waits for a mail server that is away', async () => {
    await enter({ role: 'team-lead', organisation: 'WSS', teams: ['noord'] })
    await mailbox.close()
    await look()
    await look()
    expect(told).toEqual([])
    mailbox = await openMailbox()
    await tryAgain()
    await look()
    await look()
    expect(mailbox.received).toHaveLength(2)
  })

  it('tries again what is refused, tells it at last, and lets others have theirs', async () => {
    await enter({ role: 'team-lead', organisation: 'WSS', teams: ['noord'] })
    const [{ email }] = (await asOwner(
      `select p.email from tijdig.person p join tijdig.appointment a on a.person = p.id
       where a.role = 'worker' and a.organisation = 'WSS'`,
    )) as [{ email: string }]
    mailbox.refused.add(email)
    for (let time = 0; time < 4; time++) {
      await look()
      await tryAgain()
    }
    expect(mailbox.received.flatMap(({ to }) => to)).toHaveLength(1)
    expect(told).toEqual([
      '1 overzicht is niet per e-mail verstuurd, ook niet na vaker proberen (550). ' +
        'Kijk of TIJDIG_SMTP_URL en TIJDIG_MAIL_FROM kloppen, en wat uw mailserver meldt.',
    ])
    const jobs = await asOwner("select output from tijdig_jobs.job where state = 'failed'")
    expect(jobs).toEqual([{ output: { code: '550' } }])
  })

  it('never works out or sends one twice, however many servers look at once', async () => {
    for (let person = 0; person < 10; person++) {
      await enter({ role: 'team-lead', organisation: 'WSS', teams: ['noord'] })
    }
    await Promise.all([look(), look(), look()])
    await look()
    const to = mailbox.received.flatMap((each) => each.to)
    expect(to).toHaveLength(11)
    expect(new Set(to).size).toBe(11)
  })
})

it('the jobs of a server stop with it, also half-way', async () => {
  const jobs = startJobs({
    house,
    mail: mailOf(),
    complain: (line) => told.push(line),
    pace: { look: 10 },
  })
  await mailbox.hasReceived(1)
  await jobs.stop()
  expect(told).toEqual([])
  expect(dayOfMoment(now)).toBe(dayOfMoment(SEVEN))
})
