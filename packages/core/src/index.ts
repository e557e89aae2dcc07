export {
  type AccessPlan,
  type AccessQuestion,
  createAccessPlan,
  type Decision,
  decide,
} from './access/decide.ts'
export {
  HANDOVER_CLOCK,
  HANDOVER_EVENTS,
  HANDOVER_FACTS,
  isHandoverEvent,
  LONGEST_HANDOVER,
  USUAL_HANDOVER,
} from './access/handover.ts'
export {
  type Handover,
  handoverIn,
  type Member,
  type Parties,
  type Party,
  partiesOf,
  relationOf,
  type Share,
} from './access/parties.ts'
export {
  CORRECTION_EXPLAINED,
  PARTY_EVENTS,
  PARTY_FACTS,
  SHARING_EVENTS,
} from './access/party-events.ts'
export {
  HOUSE_ACTIONS,
  type HouseAction,
  mayInHouse,
  ORGANISATION_KIND_LABELS,
  ORGANISATION_KINDS,
  type OrganisationKind,
  PURPOSE_LABELS,
  PURPOSES,
  PURPOSES_OF,
  type Purpose,
  ROLE_LABELS,
  ROLES,
  type Role,
} from './access/role.ts'
export {
  ACTIONS,
  type Action,
  type FieldAccess,
  type PartyRule,
  RELATIONS,
  type Relation,
  type RouteAccess,
  type SeeingRelation,
  type StepAccess,
} from './access/route-access.ts'
export { type Calendar, createCalendar, type DecreedDay, holidaysOfYear } from './calendar.ts'
export { checkEvent, type Remark, remarksOn } from './check-event.ts'
export { currentFacts } from './current-facts.ts'
export {
  addDays,
  addMonths,
  type Day,
  dayOfWeek,
  daysFromCivil,
  FIRST_DAY,
  FOREVER,
  findDay,
  formatDay,
  getDay,
  monthOf,
  quarterOf,
} from './day.ts'
export { attributesOf, defineRoute } from './define-route.ts'
export { dueDay, warningDay } from './due-day.ts'
export {
  type Event,
  type FieldValue,
  type LoggedEvent,
  RETRACTED,
  type RecordedEvent,
  type Superseder,
} from './event.ts'
export { type EventError, type EventErrorCode, eventError } from './event-error.ts'
export { type ClockOutcome, clockOutcome, type Fact, type KnownFact } from './fact.ts'
export { LONGEST_TEXT } from './field-value.ts'
export { fold } from './fold.ts'
export { createFoldPlan, type FactPlan, type FoldPlan } from './fold-plan.ts'
export { history } from './history.ts'
export type { LogHead, LogSource, TrajectoryEvents } from './log-source.ts'
export {
  dayOfMoment,
  END_OF_TIME,
  endOfDay,
  findMoment,
  formatMoment,
  getMoment,
  type Moment,
  momentOfMilliseconds,
} from './moment.ts'
export { type OrderFinding, orderFindings } from './order-findings.ts'
export { parseEvent } from './parse-event.ts'
export { findPeriod, type Period } from './period.ts'
export { readLate } from './read-late.ts'
export {
  compareInReading,
  compareText,
  EVERYTHING,
  isKnown,
  type Knowledge,
  readEvents,
  withSuperseders,
} from './reading.ts'
export { type Err, err, type Ok, ok, type Result } from './result.ts'
export { type EndOfKeeping, endOfKeeping, type KeptFile } from './retention/end-of-keeping.ts'
export type { RetentionRule, RetentionVersion } from './retention/retention-rule.ts'
export {
  type AttributeRule,
  type ClockDefinition,
  type DueField,
  days,
  type EventDefinition,
  type FactDefinition,
  FIELD_KINDS,
  type FieldDefinition,
  type FieldKind,
  field,
  firstOf,
  fixed,
  months,
  newestOf,
  type OccurrenceDefinition,
  type OrderRule,
  onDay,
  type PauseDefinition,
  period,
  type RouteDefinition,
  type SpellDefinition,
  type StateDefinition,
  type Term,
  type WarningDefinition,
  weeks,
  workingDays,
} from './route.ts'
