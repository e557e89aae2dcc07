import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWorkbook } from '../../../../packages/exchange/src/testing/make-workbook.ts'
import { type Caller, loadExamples, openTestHouse, serve } from '../testing/test-house.ts'
import type {
  Moves,
  Problem,
  Programme,
  ProgrammeLine,
  SpendingAnswer,
  Trajectory,
} from './contract.ts'

const REGION = { role: 'policy-officer', organisation: 'NW4', kind: 'region' } as const
/** Of the action that was told as done too early. */
const OWNER = { role: 'policy-officer', organisation: 'DJGB' } as const
const LAST_DAY = 'cutOff=2023-02-28&knownAt=2023-03-31'

let enter: Awaited<ReturnType<typeof serve>>['enter']
let region: Caller
let close: () => Promise<void>

beforeAll(async () => {
  const opened = await openTestHouse()
  close = opened.close
  await loadExamples(opened.house, 'programmes-2023.ndjson')
  const served = await serve(opened.house, REGION)
  enter = served.enter
  region = served
})
afterAll(() => close())

const programmeOf = async (caller: Caller, query: string) =>
  (await caller.get(`programmes/NW4?${query}`)).json<Programme>()

/** The status, and of a problem its code. */
async function answerOf(caller: Caller, path: string): Promise<string> {
  const answer = await caller.get(path)
  return `${answer.statusCode} ${answer.statusCode < 400 ? '' : answer.json<Problem>().code}`.trim()
}

describe('the programmes', () => {
  it('are those of which one may see a part, with how many stand on each light today', async () => {
    expect((await region.get('programmes')).json<ProgrammeLine[]>()).toEqual([
      {
        programme: 'NW4',
        title: 'Verbeterplan jeugdbescherming en jeugdreclassering',
        owner: 'NW4',
        lights: { 'no-action': 1, 'under-way': 9, stalled: 2, done: 28, dropped: 1 },
        // What is expected in the months after is more than what is left.
        money: expect.objectContaining({ granted: 16_700_000, spent: 6_780_000 }),
      },
    ])
  })

  it.each([
    ['at the office that owns three', { organisation: 'PB', kind: 'programme-office' }, 'OZJ ZVJ'],
    ['at a partner', { organisation: 'WSS' }, 'NW4'],
    ['at nobody’s partner', { organisation: 'ELDERS' }, ''],
  ])('are, %s, others', async (_, at, expected) => {
    const caller = await enter({ role: 'policy-officer', ...at } as typeof REGION)
    const lines = (await caller.get('programmes')).json<ProgrammeLine[]>()
    const names = lines.map(({ programme }) => programme)
    expect(names.sort().join(' ')).toBe(expected)
  })

  it.each([
    ['a worker of a partner', { role: 'worker', organisation: 'WSS' }, '200'],
    ['a provider', { role: 'provider', organisation: 'WSS' }, '403 not-allowed'],
    ['an administrator', { role: 'administrator', organisation: 'NW4' }, '403 not-allowed'],
    ['an auditor', { role: 'auditor', organisation: 'IGJ' }, '403 not-allowed'],
  ] as const)('answer %s', async (_, who, expected) => {
    const caller = await enter(who)
    for (const path of [
      'programmes',
      `programmes/NW4?${LAST_DAY}`,
      'programmes/NW4/moved?from=2022-12-31@2023-01-10&to=2023-02-28@2023-03-31',
    ]) {
      expect(await answerOf(caller, path)).toBe(expected)
    }
  })
})

describe('one programme', () => {
  it('has its parts in the order of the tree, each with its light and who moves next', async () => {
    const { title, parts, lights } = await programmeOf(region, LAST_DAY)
    expect(title).toBe('Verbeterplan jeugdbescherming en jeugdreclassering')
    expect(lights.map(({ label }) => label)).toEqual([
      'nog geen actie',
      'in uitvoering',
      'loopt vast',
      'klaar',
      'vervallen',
    ])
    expect(parts[0]).toMatchObject({ code: 'NW4', parent: null, depth: 0, routeLabel: 'Programma' })
    const codes = parts.map(({ code }) => code)
    for (const { code, parent, depth } of parts) {
      const above = parts.find((part) => part.code === (parent ?? 'NW4'))
      if (!above || code === 'NW4') continue
      expect([code, depth]).toEqual([code, above.depth + 1])
      expect(codes.indexOf(code)).toBeGreaterThan(codes.indexOf(above.code))
    }
    expect(parts.find(({ code }) => code === 'B2')).toMatchObject({
      light: 'stalled',
      standstill: { mover: 'VWS', moveBy: '2023-04-15', since: '2022-12-12' },
    })
  })

  it('is, as of an earlier day and as known then, what it was', async () => {
    const owner = await enter(OWNER)
    const doneOn = async (query: string) =>
      (await programmeOf(owner, query)).parts.find(({ code }) => code === 'W4')?.doneOn
    // Told as done on 30 September, and put right on 24 October.
    expect(await doneOn('cutOff=2022-10-20&knownAt=2022-10-20')).toBe('2022-09-30')
    expect(await doneOn('cutOff=2022-10-20&knownAt=2022-10-25')).toBe('2022-10-14')
  })

  it('has a month grid, and money that says what will be spent beyond what was granted', async () => {
    const { grid, money } = await programmeOf(region, LAST_DAY)
    expect(grid.months.slice(0, 2)).toEqual(['2022-06', '2022-07'])
    const row = grid.rows.find(({ code }) => code === 'B2')
    expect(row?.cells).toHaveLength(grid.months.length)
    expect(row?.cells[grid.months.indexOf('2023-02')]?.light).toBe('stalled')
    expect(money.budgets).toMatchObject([
      {
        code: 'CB-2022',
        granted: 16_700_000,
        spent: 6_780_000,
        willExceed: { month: '2023-08', by: 580_000, isSpent: false },
      },
    ])
  })

  it('tells a partner of its own parts alone', async () => {
    const partner = await enter({ role: 'policy-officer', organisation: 'WSS' })
    const { parts, money } = await programmeOf(partner, LAST_DAY)
    expect(parts).toHaveLength(37)
    expect(parts.every((part) => [part.owner, ...part.partners].includes('WSS'))).toBe(true)
    expect(money.budgets).toEqual([])
  })
})

describe('one part', () => {
  const placeOf = async (caller: Caller, code: string, query = '') => {
    const { parts } = await programmeOf(region, LAST_DAY)
    const part = parts.find((each) => each.code === code)
    const answer = await caller.get(`trajectories/${part?.route}/${part?.id}${query}`)
    return answer.json<Trajectory>().place
  }
  const NW4 = { code: 'NW4', label: 'Verbeterplan jeugdbescherming en jeugdreclassering' }

  it('says where it stands in its programme', async () => {
    expect(await placeOf(region, 'B2')).toEqual({
      programme: NW4,
      line: { code: 'CB', label: 'Zorgmakelaar' },
      code: 'B2',
      title: 'Vragen of het geld volgend jaar ook mag worden gebruikt',
    })
    expect(await placeOf(region, 'CB')).toMatchObject({ programme: NW4, line: null, code: 'CB' })
    expect(await placeOf(region, 'NW4')).toMatchObject({ programme: NW4, line: null, code: 'NW4' })
  })

  it('stands nowhere before it was placed', async () => {
    expect(await placeOf(region, 'B2', '?cutOff=2022-05-31&knownAt=2023-03-31')).toBeNull()
  })

  it('names what is above it by its code to who may not see that', async () => {
    const partner = await enter({ role: 'policy-officer', organisation: 'RET-NH' })
    expect(await placeOf(partner, 'B6')).toMatchObject({ programme: { code: 'NW4', label: 'NW4' } })
  })
})

describe('what moved', () => {
  const MOVED = 'programmes/NW4/moved?from=2022-09-30@2022-10-10&to=2022-10-31@2022-10-31'

  it('is told between two readings, each move with its cause', async () => {
    const { from, to, moves } = (await region.get(MOVED)).json<Moves>()
    expect([from, to]).toEqual([
      { cutOff: '2022-09-30', knownAt: '2022-10-10' },
      { cutOff: '2022-10-31', knownAt: '2022-10-31' },
    ])
    const of = (wanted: string) => moves.filter(({ code }) => code === wanted)
    expect(of('B2')).toEqual([
      {
        kind: 'resumed',
        cause: 'happened',
        code: 'B2',
        route: 'programme-action',
        id: 'NW4-B2',
        title: expect.any(String),
        from: 'stalled',
        to: 'under-way',
        detail: null,
      },
    ])
  })

  it('was corrected where it turned out to be otherwise on the very same day', async () => {
    const path = 'programmes/NW4/moved?from=2022-10-10@2022-10-10&to=2022-10-10@2022-10-31'
    const { moves } = (await (await enter(OWNER)).get(path)).json<Moves>()
    const [move] = moves.filter(({ code }) => code === 'W4')
    expect(move).toMatchObject({ cause: 'corrected', from: 'done', to: 'under-way' })
  })

  it('is nothing between a reading and itself', async () => {
    const same = await region.get(
      'programmes/NW4/moved?from=2022-09-30@2022-10-10&to=2022-09-30@2022-10-10',
    )
    expect(same.json<Moves>().moves).toEqual([])
  })
})

describe('what cannot be answered', () => {
  it.each([
    [`programmes/NERGENS?${LAST_DAY}`, '404 programme-unknown'],
    // There is one, and not for this region.
    [`programmes/ZOU?${LAST_DAY}`, '404 programme-unknown'],
    ['programmes/NW4?cutOff=2023-02-30&knownAt=2023-03-31', '400 day-invalid'],
    ['programmes/NW4?cutOff=2023-02-28&knownAt=morgen', '400 known-at-invalid'],
    ['programmes/NW4?cutOff=2023-02-28', '400 parameter-missing'],
    [
      'programmes/NERGENS/moved?from=2022-09-30@2022-10-10&to=2022-10-31@2022-10-31',
      '404 programme-unknown',
    ],
    ['programmes/NW4/moved?from=2022-09-31@2022-10-10&to=2022-10-31@2022-10-31', '400 day-invalid'],
    ['programmes/NW4/moved?from=2022-09-30&to=2022-10-31@2022-10-31', '400 known-at-invalid'],
  ])('%s: %s', async (path, expected) => {
    expect(await answerOf(region, path)).toBe(expected)
  })
})

describe('what is to be done about a programme', () => {
  let officer: Caller

  const post = async (path: string, payload: object) => {
    const answer = await officer.post(path, payload)
    expect([path, answer.statusCode, answer.body]).toEqual([path, 201, expect.any(String)])
    return answer
  }
  const place = async (route: string, code: string, more: object = {}) => {
    const data = { programme: 'AGENDA', code, title: `Deel ${code}`, owner: 'REGIO', ...more }
    const events = [{ type: 'placed', validOn: '2023-05-01', data }]
    const { id } = (await post('trajectories', { route, events })).json<{ id: string }>()
    return (type: string, said: object = {}) =>
      post(`trajectories/${route}/${id}/events`, { type, validOn: '2023-05-02', data: said })
  }
  const listed = async (caller: Caller, part: string, of = 'organisation') => {
    const answer = await caller.get(`work?of=${of}&part=${part}`)
    const { lines } = answer.json<{
      lines: { term: string; dueOn: string; step: { code: string; may: boolean } }[]
    }>()
    return lines.map(({ term, dueOn, step }) => `${term} ${dueOn} ${step.code} ${step.may}`)
  }

  it('stands on the list of its owner, on the day that was named', async () => {
    officer = await enter({ role: 'policy-officer', organisation: 'REGIO', kind: 'region' })
    const line = await place('programme-line', '1', { kind: 'priority' })
    await line('reviewPlanned', { due: '2023-06-10' })
    const action = await place('programme-action', '1.1', { parent: '1' })
    await action('begun')
    await action('stalled', { reason: 'Geen geld.', mover: 'VWS', moveBy: '2023-06-11' })
    const milestone = await place('programme-milestone', '1.2', { parent: '1' })
    await milestone('duePlanned', { due: '2023-06-12' })
    const meeting = await place('programme-meeting', '1.3', { parent: '1' })
    await meeting('meetingPlanned', { due: '2023-06-13' })
    const budget = await place('programme-budget', '1.4', { parent: '1' })
    await budget('roundOpened', { round: 'eerste', closes: '2023-05-31' })
    expect(await listed(officer, 'later')).toEqual([
      'PR-T01 2023-06-10 reviewed true',
      'PR-T02 2023-06-11 resumed true',
      'PR-T03 2023-06-12 done true',
      'PR-T04 2023-06-13 met true',
    ])
    expect(await listed(officer, 'overdue')).toEqual(['PR-T05 2023-05-31 roundClosed true'])

    // Named anew it moves; what was done leaves the list, and a next review comes on it.
    await milestone('duePlanned', { due: '2023-06-20' })
    await action('resumed')
    await budget('roundClosed')
    await line('reviewed', { found: 'Het loopt.' })
    await line('reviewPlanned', { due: '2023-09-30' })
    expect(await listed(officer, 'later')).toEqual([
      'PR-T04 2023-06-13 met true',
      'PR-T03 2023-06-20 done true',
      'PR-T01 2023-09-30 reviewed true',
    ])
    expect(await listed(officer, 'overdue')).toEqual([])
  })

  it('stands on the own list of the colleague who looks after it', async () => {
    const keeper = await enter({ role: 'coordinator', organisation: 'REGIO', kind: 'region' })
    const colleagues = (await keeper.get('colleagues')).json<{ code: string; role: string }[]>()
    const worker = colleagues.find(({ role }) => role === 'coordinator')?.code
    const line = await place('programme-line', '2', { kind: 'priority' })
    await line('reviewPlanned', { due: '2023-10-31' })
    expect(await listed(keeper, 'later', 'me')).toEqual([])
    await line('workerAssigned', { worker })
    expect(await listed(keeper, 'later', 'me')).toEqual(['PR-T01 2023-10-31 reviewed true'])
    const partOf = async (caller: Caller) => {
      const answer = await caller.get('programmes/AGENDA?cutOff=2023-05-02&knownAt=2099-01-01')
      return answer.json<Programme>().parts.find(({ code }) => code === '2')
    }
    expect((await partOf(keeper))?.worker).toMatchObject({ code: worker, isMe: true })
    expect((await partOf(officer))?.worker).toMatchObject({ code: worker, isMe: false })

    // Nobody's code is refused, and the colleague of one owner looks after nothing of the next.
    const refused = await officer.post(
      `trajectories/programme-line/${(await partOf(officer))?.id}/events`,
      {
        type: 'workerAssigned',
        validOn: '2023-05-02',
        data: { worker: 'niemand' },
      },
    )
    expect(refused.json<Problem>().code).toBe('colleague-unknown')
    await line('partyJoined', { organisation: 'REGIO' })
    await line('ownerChanged', { owner: 'NW4' })
    expect(await listed(keeper, 'later', 'me')).toEqual([])
  })

  it('stands on the list of a partner from the day on which it joined', async () => {
    const partner = await enter({ role: 'policy-officer', organisation: 'PARTNER', kind: 'region' })
    const joined = await place('programme-milestone', '2', {})
    await joined('duePlanned', { due: '2023-06-15' })
    expect(await listed(partner, 'later')).toEqual([])
    await joined('partyJoined', { organisation: 'PARTNER' })
    expect(await listed(partner, 'later')).toEqual(['PR-T03 2023-06-15 done true'])
  })
})

describe('spending that is read from a table', () => {
  const HEAD = ['budget', 'maand', 'bedrag', 'soort']
  const PATH = 'programmes/NW4/spending'
  const send = (caller: Caller, file: Uint8Array, path = PATH) =>
    caller.post(path, { file: Buffer.from(file).toString('base64') })
  const csv = (text: string) => new TextEncoder().encode(text)
  const told = (answer: Awaited<ReturnType<typeof send>>) =>
    answer
      .json<SpendingAnswer>()
      .rows.map(({ row, outcome, reason }) => `${row} ${outcome} ${reason ?? ''}`.trim())
  const spentIn = async (month: string, query = 'cutOff=2023-06-01&knownAt=2023-06-01') => {
    const { money } = await programmeOf(region, query)
    return money.budgets[0]?.months.find((each) => each.month === month)?.spent
  }

  it('is recorded from an XLSX, with an answer for each row', async () => {
    const answer = await send(
      region,
      makeWorkbook([
        HEAD,
        ['CB-2022', { dayNumber: 44_958 }, 15_000.5],
        ['CB-2022', 'maart 2023', '15.500,00'],
        ['CB-2022', '2023-01', 15_100],
        ['CB-2022', '2023-03', 1],
        ['CB-2022', '2023-12', 1],
        ['CB-2022', '2023-12', '16.000', 'verwacht'],
        ['CB-2024', '2023-02', 1],
        ['CB-2022', 'ooit', 1],
      ]),
    )
    expect([answer.statusCode, told(answer)]).toEqual([
      200,
      [
        '2 recorded',
        '3 recorded',
        '4 already',
        '5 refused Over deze maand staat al iets in rij 3.',
        '6 refused Deze maand moet nog komen. Schrijf bij soort: verwacht.',
        '7 recorded',
        '8 refused Het budget "CB-2024" is er niet, of u hebt er niet mee te maken.',
        '9 refused "ooit" is geen maand. Schrijf bijvoorbeeld 2023-03 of maart 2023.',
      ],
    ])
    expect(answer.json<SpendingAnswer>()).toMatchObject({
      recorded: 3,
      already: 1,
      refused: 4,
      rows: [
        { budget: 'CB-2022', kind: 'spent', month: '2023-02', amount: 1_500_050 },
        {},
        {},
        {},
        {},
        {},
        {},
        {},
      ],
      // Before it happens: so much will be spent beyond what was granted, from that month on.
      exceeding: [
        {
          budget: 'CB-2022',
          title: 'Geld voor de zorgmakelaar',
          month: '2023-08',
          by: 2_230_050,
          isSpent: false,
        },
      ],
    })
    expect(await spentIn('2023-02')).toBe(1_500_050)
    expect(await spentIn('2023-02', 'cutOff=2023-02-27&knownAt=2023-06-01')).toBeNull()
  })

  it('may come again: nothing is counted double, and another amount takes the place of the first', async () => {
    const same = await send(region, csv('budget;maand;bedrag\nCB-2022;2023-03;15500'))
    expect(told(same)).toEqual(['2 already'])
    const other = await send(region, csv('maand,bedrag,budget\r\n2023-02,14000.00,CB-2022\r\n'))
    expect(told(other)).toEqual(['2 recorded'])
    expect(await spentIn('2023-02')).toBe(1_400_000)
  })

  it.each<[string, Parameters<typeof enter>[0], string]>([
    ['who keeps another programme', { role: 'policy-officer', organisation: 'ZOU' }, '404'],
    ['a worker', { role: 'worker', organisation: 'NW4' }, '403'],
    ['an auditor', { role: 'auditor', organisation: 'NW4' }, '403'],
  ])('is not for %s', async (_, who, status) => {
    const answer = await send(await enter(who), csv('budget;maand;bedrag\nCB-2022;2023-03;1'))
    expect(String(answer.statusCode)).toBe(status)
  })

  it('says the same of a budget that is not there and of one that is another’s', async () => {
    const partner = await enter({ role: 'policy-officer', organisation: 'WSS' })
    const answer = await send(
      partner,
      csv('budget;maand;bedrag\nCB-2022;2023-03;1\nNERGENS;2023-03;1'),
    )
    const [own, none] = answer.json<SpendingAnswer>().rows.map(({ reason }) => reason)
    expect(own?.replace('CB-2022', 'NERGENS')).toBe(none)
    expect(await spentIn('2023-03')).toBe(1_550_000)
  })

  it.each([
    ['no table', 'a\0b', 'Dit bestand is geen tabel.'],
    ['other columns', 'naam;hoeveel\nCB;1', 'Er ontbreekt: "budget" en "maand" en "bedrag".'],
    [
      'too many rows',
      `budget;maand;bedrag\n${'CB;2023-03;1\n'.repeat(501)}`,
      'niet meer dan 500 rijen',
    ],
  ])('is refused whole where it has %s', async (_, text, reason) => {
    const answer = await send(region, csv(text))
    const { code, detail } = answer.json<Problem>()
    expect([answer.statusCode, code, detail]).toEqual([
      400,
      'table-invalid',
      expect.stringContaining(reason),
    ])
  })
})
