import { getDay } from '@tijdig/core'
import type { Store, Visit } from '@tijdig/store'
import { createRandom } from '../packages/core/src/testing/random.ts'
import { enter } from '../packages/store/src/testing/enter.ts'
import { milliseconds, quantile, type Row, time } from './measure.ts'
import type { Workplace } from './workplace.ts'

const TODAY = getDay('2024-06-03')

/** So many people look at once, each again as soon as there is an answer. */
const PEOPLE = 50

/** How it is written; each is put in place of the real one, and taken away after. */
const WAYS = {
  'with a record': '',
  'with a record, all in one chain': `create or replace function tijdig.audit_chain()
    returns smallint language sql stable as 'select 1::smallint'`,
  'without a record': `
    alter function tijdig.write_audit(text, text, text, text, jsonb, text) rename to write_audit_kept;
    create function tijdig.write_audit(text, text, text, text, jsonb, text) returns bigint
      language sql stable as 'select 1::bigint'`,
} as const

const BACK = `
  create or replace function tijdig.audit_chain() returns smallint
    language sql stable as 'select (1 + pg_backend_pid() % 16)::smallint';
  do $$ begin
    if to_regprocedure('tijdig.write_audit_kept(text, text, text, text, jsonb, text)') is not null then
      drop function tijdig.write_audit(text, text, text, text, jsonb, text);
      alter function tijdig.write_audit_kept(text, text, text, text, jsonb, text) rename to write_audit;
    end if;
  end $$`

interface Looks {
  readonly aSecond: number
  readonly median: number
  readonly most: number
}

/**
 * Fifty people at once who open trajectories, lists and work lists; each way in turn, so that what
 * else the machine does is shared among them.
 * @param seconds Of each way and what is looked at, in all.
 */
export async function benchLooks(
  workplace: Workplace,
  trajectories: number,
  seconds: number,
): Promise<Row[]> {
  const visits = await Promise.all(
    Array.from({ length: PEOPLE }, async () =>
      workplace.store.visit(await enter(owner(workplace), { role: 'worker', organisation: 'OT' })),
    ),
  )
  const random = createRandom(23)
  // One in three is of another route.
  const numberOf = () => `OT-${String(random.whole(trajectories / 3) * 3).padStart(8, '0')}`
  const list = { route: 'ot', sort: 'id', descending: false, pageSize: 25 } as const
  const looks: readonly [what: string, look: (visit: Visit) => Promise<unknown>][] = [
    ['a trajectory', (visit) => visit.findTrajectory('ot', numberOf())],
    ['a list', (visit) => visit.trajectories({ ...list, page: 1 + random.whole(20) })],
    [
      'a work list',
      (visit) => visit.work({ of: 'organisation', today: TODAY, page: 1, pageSize: 25 }),
    ],
  ]
  const rows: Row[] = []
  for (const [what, look] of looks) {
    const found = await takeTurns(workplace, visits, look, seconds)
    const [ours, one, none] = Object.keys(WAYS).map((way) => sum(found.get(way) ?? []))
    if (!ours || !one || !none) throw new Error('nobody looked')
    const row = (peer: Looks, name: string) => ({
      what: `${PEOPLE} people at once open ${what}: looks a second (median, 95th percentile), beside the same ${name}`,
      ours: said(ours),
      peer: said(peer),
      ratio: (ours.aSecond / peer.aSecond).toFixed(2),
      aim: '95 % under 100 ms',
    })
    rows.push(row(none, 'without a record'), row(one, 'in one chain'))
  }
  return rows
}

async function takeTurns(
  workplace: Workplace,
  visits: readonly Visit[],
  look: (visit: Visit) => Promise<unknown>,
  seconds: number,
): Promise<Map<string, number[][]>> {
  const found = new Map<string, number[][]>()
  const TURNS = 3
  for (let turn = 0; turn < TURNS; turn++) {
    for (const [way, put] of Object.entries(WAYS)) {
      const sql = (text: string) => workplace.asOwner((client) => client.query(text))
      await sql(put || 'select')
      if (way === 'without a record') {
        await sql(
          'grant execute on function tijdig.write_audit(text, text, text, text, jsonb, text) to tijdig_app',
        )
      }
      try {
        const taken: number[] = []
        const all = await time(async () => {
          const until = performance.now() + (seconds * 1000) / TURNS
          await Promise.all(
            visits.map(async (visit) => {
              while (performance.now() < until) taken.push(await time(() => look(visit)))
            }),
          )
        })
        found.set(way, [...(found.get(way) ?? []), [all, ...taken]])
      } finally {
        await sql(BACK)
      }
    }
  }
  return found
}

function sum(turns: readonly number[][]): Looks {
  const all = turns.reduce((total, [took = 0]) => total + took, 0)
  const taken = turns.flatMap(([, ...rest]) => rest)
  return {
    aSecond: taken.length / (all / 1000),
    median: quantile(taken),
    most: quantile(taken, 0.95),
  }
}

function said({ aSecond, median, most }: Looks): string {
  return `${Math.round(aSecond)} (${milliseconds(median)}, ${milliseconds(most)})`
}

/** Pages of the auditor's, of a made-up audit of so many records: of all of them, and of one person. */
export async function benchAuditPages(workplace: Workplace, records: number): Promise<Row[]> {
  await workplace.asOwner((client) => client.query(fill(records)))
  await workplace.asOwner((client) => client.query('vacuum analyze tijdig.audit'))
  const at = { role: 'auditor', organisation: 'IGJ', kind: 'inspectorate' } as const
  const session = await enter(owner(workplace), at)
  const { audit } = workplace.store
  const rows: Row[] = []
  const asked = [
    ['without a filter', {}],
    ['of one person', { person: 'person-7' }],
    ['of one trajectory', { route: 'ot', trajectory: 'T-77' }],
    ['of one kind', { kind: 'glass' }],
    ['of one day', { from: '2024-03-01', to: '2024-03-01' }],
  ] as const
  for (const [what, query] of asked) {
    const first: number[] = []
    for (let run = 0; run < 7; run++) {
      first.push(await time(() => audit.read(session, undefined, query)))
    }
    const deep = await deepPage(audit, session, query)
    rows.push({
      what: `a page of an audit of ${records.toLocaleString('en')} records, ${what} (median; one that is 20 pages further)`,
      ours: `${milliseconds(quantile(first.slice(2)))}, ${milliseconds(deep)}`,
      ...{ peer: '-', ratio: '-', aim: 'quick' },
    })
  }
  const verified = await time(async () => {
    const verdict = await audit.verify()
    if (!verdict.intact) throw new Error(`the made-up audit is not whole: ${verdict.record}`)
  })
  rows.push({
    what: `verifying all chains of an audit of ${records.toLocaleString('en')} records`,
    ours: milliseconds(verified),
    ...{ peer: '-', ratio: '-', aim: '-' },
  })
  return rows
}

async function deepPage(
  audit: Store['audit'],
  session: string,
  query: Parameters<Store['audit']['read']>[2],
): Promise<number> {
  let before: string | undefined
  let taken = 0
  for (let page = 0; page < 20; page++) {
    taken = await time(async () => {
      before = (await audit.read(session, undefined, { ...query, before })).older ?? undefined
    })
    if (before === undefined) break
  }
  return taken
}

/** Records one after another in the sixteen chains, with the hashes that belong to them. */
function fill(records: number): string {
  return `
    alter table tijdig.audit disable trigger user; alter table tijdig.audit_head disable trigger user;
    do $$
    declare
      heads tijdig.audit_head[] := array(select h from tijdig.audit_head h where chain > 0 order by chain);
      head tijdig.audit_head; whole jsonb; moment timestamptz; written text; own integer;
    begin
      for n in 1..${records} loop
        own := 1 + n % 16;
        head := heads[own];
        moment := timestamptz '2024-01-01' + n * interval '31 seconds';
        written := to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
        whole := jsonb_build_object(
          'event', jsonb_build_object('EventID', own || '-' || (head.position + 1), 'EventTypeCode',
            case when n % 5000 = 0 then 'glass' else 'look' end, 'EventActionCode', 'R',
            'EventDateTime', written, 'EventOutcomeIndicator', '0'),
          'user', jsonb_build_object('UserID', 'person-' || n % 400, 'UserName', 'Iemand ' || n % 400,
            'UserIsRequestor', true, 'RoleIDCode', 'worker', 'PurposeOfUse', 'help'),
          'participantObject', jsonb_build_array(jsonb_build_object(
            'ParticipantObjectTypeCode', '1', 'ParticipantObjectTypeCodeRole', '1',
            'ParticipantObjectIDTypeCode', 'ot', 'ParticipantObjectID', 'T-' || n % 50000)),
          'auditSource', jsonb_build_object('AuditEnterpriseSiteID', 'OT', 'AuditSourceTypeCode', '4'),
          'overig', jsonb_build_object('behandelrelatieProtocol', 'party'));
        head.hash := sha256(head.hash || convert_to(written || chr(10) || whole::text, 'UTF8'));
        head.position := head.position + 1;
        heads[own] := head;
        insert into tijdig.audit (chain, position, at, record, hash)
          values (own, head.position, moment, whole, head.hash);
      end loop;
      foreach head in array heads loop
        update tijdig.audit_head h set position = head.position, hash = head.hash
          where h.chain = head.chain;
      end loop;
    end $$;
    alter table tijdig.audit enable trigger user; alter table tijdig.audit_head enable trigger user`
}

function owner(workplace: Workplace) {
  return { asOwner: (sql: string) => workplace.asOwner((client) => client.query(sql)) }
}
