import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { catalogue } from '@tijdig/catalogue'
import { createCalendar, createFoldPlan, getMoment } from '@tijdig/core'
import { openStore } from '@tijdig/store'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRandom } from '../../../../packages/core/src/testing/random.ts'
import {
  createTestDatabase,
  type TestDatabase,
} from '../../../../packages/store/src/testing/test-database.ts'
import type { MailOrder } from './testing/mail-process.ts'
import { type Mailbox, openMailbox, readLetter } from './testing/mailbox.ts'

/** `npm run reminders`: a million. */
const TERMS = Number(process.env.TIJDIG_REMINDER_TERMS ?? 20_000)
const TEAMS = 5
const WORKERS = TERMS > 100_000 ? 500 : 50
const KILLS_WHILE_SENDING = TERMS > 100_000 ? 10 : 1
/** A million took ten minutes where others kept the processors busy. */
const TIMEOUT = TERMS > 100_000 ? 3_600_000 : 600_000
const NOW = getMoment('2023-03-15T10:00:00Z')
const PROGRAM = fileURLToPath(new URL('./testing/mail-process.ts', import.meta.url))

let database: TestDatabase
let mailbox: Mailbox

beforeAll(async () => {
  database = await createTestDatabase()
  mailbox = await openMailbox()
  const calendar = createCalendar(catalogue.decrees)
  const plans = catalogue.routes.map((route) => createFoldPlan(route, calendar))
  // Writes what the routes say of terms and roles.
  await openStore(database, plans).countByRoute()
  await database.asOwner(fill())
}, TIMEOUT)
afterAll(async () => {
  await mailbox.close()
  await database.drop()
})

/** Terms that are all due today: of teams of one institution, each assigned to one of its workers. */
function fill(): string {
  return `
    insert into tijdig.organisation values ('K1', 'certified-institution', 'K1');
    insert into tijdig.team select 'K1', 't' || t, 't' || t from generate_series(0, ${TEAMS - 1}) t;
    insert into tijdig.person (name, email)
      select 'w' || w, 'w' || w || '@example.org' from generate_series(0, ${WORKERS - 1}) w
      union all
      select 'l' || t, 'l' || t || '@example.org' from generate_series(0, ${TEAMS - 1}) t;
    insert into tijdig.appointment (person, organisation, role, teams)
      select id, 'K1', case left(name, 1) when 'w' then 'worker' else 'team-lead' end,
        array['t' || (substr(name, 2)::int % ${TEAMS})]
      from tijdig.person;
    insert into tijdig.worker_code select 'K1', name, id, now() + interval '1 s' from tijdig.person;
    insert into tijdig.audience
      select 'jbjr:K1/t' || t, 'jbjr', 'K1', 't' || t from generate_series(0, ${TEAMS - 1}) t;
    insert into tijdig.work_line
      select 'jbjr:K1/t' || (n % ${WORKERS} % ${TEAMS}), n,
        (array['first-contact', 'plan', 'help'])[1 + n / ${WORKERS} % 3],
        'w' || (n % ${WORKERS}), '2023-03-15'
      from generate_series(0, ${TERMS - 1}) n;
    insert into tijdig.work_count
      select audience, worker, fact, due_on, count(*) from tijdig.work_line group by 1, 2, 3, 4
      union all
      select audience, '*', fact, due_on, count(*) from tijdig.work_line group by 1, 3, 4;
    analyze tijdig.work_count`
}

async function startSending(): Promise<ChildProcess> {
  const child = fork(PROGRAM, { execArgv: ['--import', 'tsx'] })
  await once(child, 'message')
  const from = { name: 'Tijdig', address: 'tijdig@example.nl' }
  const mail = { url: mailbox.url, from, address: 'https://tijdig.example.nl', time: '07:00' }
  child.send({ config: database.config, mail, now: NOW } satisfies MailOrder)
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** Kills it while it has worked out who is told what, and has not said so for good. */
async function killWhilePlanning(): Promise<void> {
  const owner = new Client(database.config)
  await owner.connect()
  await owner.query('begin; lock table tijdig.digest in share mode')
  const child = await startSending()
  for (let waits = 0; waits === 0; ) {
    const { rows } = await owner.query<{ waits: number }>(
      `select count(*)::int as waits from pg_locks
       where not granted and relation = 'tijdig.digest'::regclass`,
    )
    waits = rows[0]?.waits ?? 0
  }
  await kill(child)
  await owner.query('rollback')
  await owner.end()
}

test(
  `${TERMS} terms of one moment are each told once, whenever the server is killed`,
  async () => {
    const random = createRandom(20230315)
    const began = performance.now()
    await killWhilePlanning()
    expect(mailbox.received).toEqual([])
    const people = WORKERS + TEAMS
    for (let turn = 0; turn < KILLS_WHILE_SENDING; turn++) {
      const child = await startSending()
      const left = people - mailbox.received.length
      await mailbox.hasReceived(mailbox.received.length + 1 + random.whole(left >> 1))
      await kill(child)
    }
    const child = await startSending()
    const told = () =>
      new Map(mailbox.received.map((each) => [each.to.join(), readLetter(each).text]))
    while (told().size < people) await mailbox.hasReceived(mailbox.received.length + 1)
    // What was on its way when the server was killed is sent again.
    const unsent = () => database.asOwner('select person from tijdig.digest where sent_at is null')
    await expect.poll(unsent, { timeout: 60_000, interval: 200 }).toEqual([])
    await kill(child)
    const seconds = Math.round((performance.now() - began) / 1000)

    // Of each worker as many of each kind as there are lines.
    const wrong = await database.asOwner(`
    with told as (
      select p.name as worker, t ->> 'fact' as fact, (t ->> 'today')::bigint as terms
      from tijdig.digest d join tijdig.person p on p.id = d.person, jsonb_array_elements(d.terms) t
      where t ->> 'of' = 'own'
    ), lines as (
      select worker, fact, count(*) as terms from tijdig.work_line group by 1, 2
    )
    (select * from told except select * from lines)
    union all (select * from lines except select * from told)`)
    expect(wrong).toEqual([])
    const [{ own, days, digests }] = (await database.asOwner(`
    select (select sum((t ->> 'today')::int)::int from tijdig.digest, jsonb_array_elements(terms) t
        where t ->> 'of' = 'own') as own,
      (select count(*)::int from tijdig.digest_day) as days,
      (select count(*)::int from tijdig.digest where sent_at is not null) as digests`)) as [
      { own: number; days: number; digests: number },
    ]
    expect({ own, days, digests }).toEqual({ own: TERMS, days: 1, digests: people })

    // What was read adds up to the same, and only what was on its way may have come twice.
    const read = [...told()].filter(([to]) => to.startsWith('w'))
    const numbers = read.map(([, text]) =>
      [...text.matchAll(/vandaag: (\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0),
    )
    expect(numbers.reduce((sum, count) => sum + count, 0)).toBe(TERMS)
    const twice = mailbox.received.length - people
    expect(twice).toBeLessThanOrEqual(KILLS_WHILE_SENDING)
    if (process.env.TIJDIG_REMINDER_TERMS) {
      console.info(
        `${TERMS} terms told to ${people} people in ${seconds} s, with ${1 + KILLS_WHILE_SENDING} kills; ${twice} letters came twice`,
      )
    }
  },
  TIMEOUT,
)
