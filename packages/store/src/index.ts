export type { SeenPart } from './access/seen-parts.ts'
export type {
  Actor,
  Colleague,
  Notice,
  SeenRoute,
  SeenTrajectory,
  SharedLine,
  Visit,
} from './access/visit.ts'
export type { Audit } from './audit/audit.ts'
export { AUDIT_KINDS, type AuditEntry, type AuditKind } from './audit/audit-entry.ts'
export type { AuditVerdict } from './audit/chain.ts'
export { type AuditCheckpoint, type ChainEnd, hashOfEnds } from './audit/checkpoint.ts'
export type { AuditLine, AuditQuery } from './audit/read-audit.ts'
export type { Doer } from './audit/told.ts'
export type { Unusual } from './audit/unusual.ts'
export {
  type BackupOptions,
  type BackupProgress,
  type BackupReport,
  backUp,
} from './backup/back-up.ts'
export type { BackupError } from './backup/backup-error.ts'
export { chainsOf } from './backup/manifest.ts'
export { type RestoreOptions, type RestoreReport, restore } from './backup/restore.ts'
export type { CurrentFact } from './current/current-facts.ts'
export type { AskedCases, CasePage } from './current/find-cases.ts'
export type { RouteCount } from './current/route-totals.ts'
export type { TrajectoryLine, TrajectoryPage, TrajectoryQuery } from './current/trajectory-query.ts'
export { endOfWeek } from './current/work-page.ts'
export type { WorkLine, WorkOf, WorkPage, WorkPart, WorkQuery } from './current/work-query.ts'
export type { NamedWorker } from './current/worker-names.ts'
export type { Database, DatabaseEnvironment, DatabaseOptions } from './database/database.ts'
export type { DatabaseError, DatabaseErrorCode } from './database/database-error.ts'
// openStore(database: Pick<Database, 'pool' | 'actorPool'>, plans: readonly FoldPlan[]): Store
export { openDatabase } from './database/open-database.ts'
export type { DeliveredMonth, DeliveryKey } from './delivery/delivered-month.ts'
export type { Deliveries } from './delivery/deliveries.ts'
export type { DeliveryFailure, DeliveryLine } from './delivery/delivery.ts'
export type {
  Draft,
  DraftAct,
  DraftEvent,
  DraftLine,
  DraftMoment,
  DraftRefusal,
  DraftRemark,
  DraftState,
  DraftStep,
  NewDraftEvent,
  NewDraftRemark,
} from './drafts/draft.ts'
export type { Drafts } from './drafts/drafts.ts'
export type { FamilyFile, Look } from './family-file/family-file.ts'
export { type FamilyFiles, openFamilyFiles } from './family-file/family-files.ts'
export type { Appended, AppendResult, Refusal, RefusalCode } from './log/append-result.ts'
export type { ChainVerdict, StoredEvent } from './log/read-log.ts'
export type { ApiKey, NewApiKey } from './people/api-keys.ts'
export type {
  Appointed,
  Appointment,
  Ended,
  Member,
  NewAppointment,
} from './people/appointments.ts'
export type { Organisation, Team } from './people/organisations.ts'
export { openPeople, type People } from './people/people.ts'
export type { NewPerson, Person, SignedIn } from './people/persons.ts'
export type { NewSession, SessionSpan } from './people/sessions.ts'
export type {
  Audience,
  Edition,
  EditionLine,
  Json,
  NewPublication,
  OpenPublication,
  Publication,
  PublicationLine,
  Withdrawal,
} from './publication/publication.ts'
export type { PublishedDraft } from './publication/publications.ts'
export type { Delivered } from './reminders/deliver.ts'
export type { Digest, DigestTerm } from './reminders/digest.ts'
export type { WarnedTerm } from './reminders/plan-digests.ts'
export type { Reminders } from './reminders/reminders.ts'
export { type BulkAppender, type BulkResult, openStore, type Store } from './store.ts'
export type { BroughtFamily } from './vault/bring-in.ts'
export { findBsn } from './vault/bsn.ts'
export type { FamilyKeys, KeysError } from './vault/family-keys.ts'
export { openFileKeys } from './vault/file-keys.ts'
export type { RetentionPage } from './vault/list-retention.ts'
export { type FamilyPerson, PERSON_KINDS } from './vault/person.ts'
export { type Destruction, openRetention, type Retention } from './vault/retention.ts'
export {
  type FoundFamily,
  openVault,
  type SeenPersons,
  type Vault,
  type VaultRefusal,
} from './vault/vault.ts'
