import {
  PURPOSE_LABELS,
  type Purpose,
  RETRACTED,
  ROLE_LABELS,
  type Role,
  type RouteDefinition,
} from '@tijdig/core'
import type { AuditKind, Look } from '@tijdig/store'
import { AUDIT_KIND_LABELS } from '../audit-words.ts'

/** What somebody did, as a family reads it. */
const DID: Partial<Readonly<Record<AuditKind, string>>> = {
  look: 'Bekeek het dossier',
  list: 'Zag het dossier in een lijst',
  'shared-list': 'Zag in een lijst dat er iets was gedeeld',
  persons: 'Bekeek wie u bent',
  'persons-kept': 'Schreef op wie iemand van uw gezin is',
  'persons-removed': 'Haalde de gegevens van iemand van uw gezin weg',
  families: 'Vond het dossier door op een naam of nummer te zoeken',
  'file-given': 'Maakte een overzicht zoals dit',
  share: 'Deelde gegevens met een andere organisatie, of stopte daarmee',
  glass: 'Opende het dossier met noodtoegang',
  retention: 'Zag tot wanneer het dossier wordt bewaard',
  destruction: 'Vernietigde wie u bent',
  audit: 'Controleerde wie het dossier bekeek',
}

const WHAT: Readonly<Record<string, string>> = {
  propose_destruction: 'Stelde voor te vernietigen wie u bent',
  withdraw_proposal: 'Trok het voorstel om te vernietigen in',
}

const BY_RELATION: Readonly<Record<string, string>> = {
  shared: ' (alleen wat was gedeeld)',
  glass: ' (met noodtoegang)',
  'other-team': ' (vanuit een ander team)',
}

/** What was done, without when. */
export function lookWords(route: RouteDefinition, look: Look): string {
  const { kind, outcome, relation, detail } = look
  if (outcome === 'nothing') return 'Vroeg naar het dossier en kreeg niets te zien'
  const label = AUDIT_KIND_LABELS[kind] ?? kind
  if (kind === 'refusal') return 'Wilde iets met het dossier doen, en dat werd geweigerd'
  if (outcome === 'refused') return `Wilde iets doen, en dat werd geweigerd (${label})`
  const right = relation === null ? '' : (BY_RELATION[relation] ?? '')
  if (kind === 'record') return `Schreef op: ${eventWords(route, look)}${right}`
  const did = (detail.what === undefined ? undefined : WHAT[detail.what]) ?? DID[kind]
  return `${did ?? `Deed iets met het dossier (${label})`}${right}`
}

function eventWords({ events }: RouteDefinition, { detail }: Look): string {
  const labels = (detail.events ?? []).map(({ type }) =>
    type === RETRACTED ? 'een intrekking' : (events[type]?.label ?? type),
  )
  return labels.length === 0 ? 'iets in het dossier' : [...new Set(labels)].join(', ')
}

/** In which role and for what somebody looked; empty for the program itself. */
export function capacityWords({ by, role, purpose }: Look): string {
  if (by === null) return ''
  const is = by.isPerson ? (ROLE_LABELS[role as Role] ?? role) : 'een programma met een sleutel'
  return purpose === null ? is : `${is}, doel: ${PURPOSE_LABELS[purpose as Purpose] ?? purpose}`
}
