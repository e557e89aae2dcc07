import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import type { AuditKind, AuditOutcome } from './audit-entry.ts'
import { type AuditCheckpoint, checkpointOf, type EndRow } from './checkpoint.ts'

export interface AuditQuery {
  readonly route?: string | undefined
  readonly trajectory?: string | undefined
  /** As a record names who acted. */
  readonly person?: string | undefined
  /** Days (`YYYY-MM-DD`) as the people who work here have them; the last one included. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly kind?: string | undefined
  /** The number of a record: only what is older than that one. */
  readonly before?: string | undefined
}

export interface AuditPage {
  /** How many there are from here on, at most `MOST_COUNTED`. */
  readonly total: number
  /** Whether there are more than that. */
  readonly isMore: boolean
  readonly lines: readonly AuditLine[]
  /** The number of the last line where older ones follow. */
  readonly older: string | null
}

/** One record, as an auditor reads it. */
export interface AuditLine {
  /** As it stands in the record: `3-18` is the eighteenth of chain 3, `18` of the oldest one. */
  readonly number: string
  /** ISO 8601 in UTC. */
  readonly at: string
  readonly kind: AuditKind
  /** Null: the program itself. */
  readonly person: { readonly id: string; readonly name: string } | null
  readonly role: string
  readonly organisation: string | null
  readonly purpose: string | null
  readonly route: string | null
  /** Of which trajectories it tells, with the right by which they were seen. */
  readonly trajectories: readonly string[]
  readonly relation: string | null
  readonly outcome: AuditOutcome
  readonly address: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

const AUDIT_PAGE_SIZE = 50
/** To count all of them each time would take longer the older an audit is. */
const MOST_COUNTED = 10_000

/** The latest records first. */
export async function readAudit(
  connection: Kysely<Schema>,
  { route, trajectory, person, from, to, kind, before }: AuditQuery,
): Promise<AuditPage> {
  const [chain, position] = placeOf(before)
  const readsUpTo = (most: number) => sql`tijdig.read_audit(
    ${route ?? null}, ${trajectory ?? null}, ${person ?? null},
    ${from ?? null}::date::timestamp at time zone 'Europe/Amsterdam',
    (${to ?? null}::date + 1)::timestamp at time zone 'Europe/Amsterdam', ${kind ?? null},
    ${chain}::smallint, ${position}::bigint, ${most}::bigint)`
  const { rows } = await sql<{ number: string; record: AuditRecord }>`
    select number, record from ${readsUpTo(AUDIT_PAGE_SIZE + 1)}
    order by at desc, chain desc, position desc`.execute(connection)
  const lines = rows.slice(0, AUDIT_PAGE_SIZE).map(({ number, record }) => lineOf(number, record))
  if (rows.length <= AUDIT_PAGE_SIZE) {
    return { total: rows.length, isMore: false, lines, older: null }
  }
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::int as total from ${readsUpTo(MOST_COUNTED + 1)}`.execute(connection)
  const total = counted[0]?.total ?? 0
  return {
    total: Math.min(total, MOST_COUNTED),
    isMore: total > MOST_COUNTED,
    lines,
    older: lines.at(-1)?.number ?? null,
  }
}

/** Chain and position; a number that no record can have is before all. */
function placeOf(number: string | undefined): readonly [number | null, string | null] {
  if (number === undefined) return [null, null]
  const [, chain = '0', position] = /^(?:(\d{1,2})-)?(\d{1,15})$/.exec(number) ?? []
  return position === undefined ? [0, '0'] : [Number(chain), position]
}

/** The parts of a NEN 7513 record that are read here. */
interface AuditRecord {
  readonly event: {
    readonly EventTypeCode: AuditKind
    readonly EventDateTime: string
    readonly EventOutcomeIndicator: string
  }
  readonly user: {
    readonly UserID: string
    readonly UserName?: string
    readonly RoleIDCode: string
    readonly PurposeOfUse?: string
    readonly NetworkAccessPointID?: string
  }
  readonly participantObject: readonly {
    readonly ParticipantObjectTypeCode: string
    readonly ParticipantObjectIDTypeCode?: string
    readonly ParticipantObjectID?: string
    readonly ParticipantObjectDetail?: Readonly<Record<string, unknown>>
  }[]
  readonly auditSource: { readonly AuditEnterpriseSiteID?: string }
  readonly overig: { readonly behandelrelatieProtocol?: string }
}

const OUTCOMES: Readonly<Record<string, AuditOutcome>> = { 0: 'done', 4: 'nothing' }

function lineOf(number: string, record: AuditRecord): AuditLine {
  const { event, user, participantObject: objects, auditSource, overig } = record
  const isPerson = user.RoleIDCode !== 'system'
  return {
    number,
    at: event.EventDateTime,
    kind: event.EventTypeCode,
    person: isPerson ? { id: user.UserID, name: user.UserName ?? user.UserID } : null,
    role: user.RoleIDCode,
    organisation: auditSource.AuditEnterpriseSiteID ?? null,
    purpose: user.PurposeOfUse ?? null,
    route: objects[0]?.ParticipantObjectIDTypeCode ?? null,
    trajectories: objects.flatMap(({ ParticipantObjectID: id }) => id ?? []),
    relation: overig.behandelrelatieProtocol ?? null,
    outcome: OUTCOMES[event.EventOutcomeIndicator] ?? 'refused',
    address: user.NetworkAccessPointID ?? null,
    detail: objects.find((one) => one.ParticipantObjectDetail)?.ParticipantObjectDetail ?? {},
  }
}

/** PostgreSQL refuses who is no auditor. */
export async function readOwnCheckpoint(connection: Kysely<Schema>): Promise<AuditCheckpoint> {
  const { rows } = await sql<EndRow>`
    select identity, chain, position, hash,
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
    from tijdig.audit_checkpoint() order by chain`.execute(connection)
  return checkpointOf(rows)
}
