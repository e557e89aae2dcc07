import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import type { AuditKind, AuditOutcome } from './audit-entry.ts'
import type { AuditCheckpoint } from './chain.ts'

export interface AuditQuery {
  readonly route?: string | undefined
  readonly trajectory?: string | undefined
  /** As a record names who acted. */
  readonly person?: string | undefined
  /** Days (`YYYY-MM-DD`) as the people who work here have them; the last one included. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly kind?: string | undefined
  /** From 1. */
  readonly page: number
}

export interface AuditPage {
  readonly total: number
  readonly lines: readonly AuditLine[]
}

/** One record, as an auditor reads it. */
export interface AuditLine {
  readonly position: number
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

/** The latest records first. */
export async function readAudit(
  connection: Kysely<Schema>,
  { route, trajectory, person, from, to, kind, page }: AuditQuery,
): Promise<AuditPage> {
  const { rows } = await sql<{ total: string; position: string; record: AuditRecord }>`
    with found as materialized (
      select position, record from tijdig.read_audit(
        ${route ?? null}, ${trajectory ?? null}, ${person ?? null},
        ${from ?? null}::date::timestamp at time zone 'Europe/Amsterdam',
        (${to ?? null}::date + 1)::timestamp at time zone 'Europe/Amsterdam', ${kind ?? null})
    )
    select (select count(*) from found) as total, p.position, p.record
    from (values (1)) one(row) left join lateral (
      select position, record from found order by position desc
      limit ${AUDIT_PAGE_SIZE} offset ${(page - 1) * AUDIT_PAGE_SIZE}
    ) p on true
    order by p.position desc`.execute(connection)
  return {
    total: Number(rows[0]?.total ?? 0),
    lines: rows.flatMap(({ position, record }) =>
      position === null ? [] : [lineOf(Number(position), record)],
    ),
  }
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

function lineOf(position: number, record: AuditRecord): AuditLine {
  const { event, user, participantObject: objects, auditSource, overig } = record
  const isPerson = user.RoleIDCode !== 'system'
  return {
    position,
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
  const { rows } = await sql<AuditCheckpoint & { readonly position: string }>`
    select identity, position, hash, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
    from tijdig.audit_checkpoint()`.execute(connection)
  const checkpoint = rows[0]
  if (!checkpoint) throw new Error('the audit has no head')
  return { ...checkpoint, position: Number(checkpoint.position) }
}
