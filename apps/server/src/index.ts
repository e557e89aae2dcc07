export {
  type AuditCheckpoint,
  type AuditEntry,
  type AuditVerdict,
  type BackupProgress,
  type BackupReport,
  backUp,
  type ChainEnd,
  chainsOf,
  hashOfEnds,
  type RestoreReport,
  restore,
} from '@tijdig/store'
export { deliveryLineView, deliveryView } from './api/delivery-views.ts'
export { publicationLineView, verificationView } from './api/views.ts'
export { type Answer, ask, type PlacedQuestion } from './house/ask.ts'
export { type Agreed, agreedDeliveries } from './house/deliveries/due-delivery.ts'
export { makeDelivery } from './house/deliveries/make-delivery.ts'
export { findDelivery } from './house/deliveries/read-deliveries.ts'
export { type AskedChange, explainChange } from './house/explain-change.ts'
export { type Change, isChanged } from './house/explain-tables.ts'
export { figuresAsCsv } from './house/figures-csv.ts'
export { asLines, figuresAsJson, roundShare } from './house/figures-json.ts'
export { findPublication } from './house/find-publication.ts'
export { type House, indicatorsOf } from './house/house.ts'
export type { HouseError, HouseErrorCode } from './house/house-error.ts'
export { lookUpTrajectory, type TrajectoryView } from './house/look-up-trajectory.ts'
export { makeReport, type Report, type ReportOrder } from './house/make-report.ts'
export { type HouseOptions, openHouse } from './house/open-house.ts'
export { organisationsOf } from './house/organisations.ts'
export { publish } from './house/publish.ts'
export type { AskedQuestion } from './house/read-question.ts'
export {
  contentOfPublication,
  contentOfReport,
  REPORT_FILES,
  type ReportContent,
  type ReportFormat,
} from './house/report-files.ts'
export { reporting } from './house/reporting.ts'
export { verify } from './house/verify.ts'
export type { Narrowed } from './house/wanted-tables.ts'
export {
  type FileReport,
  type ImportOrder,
  type ImportProgress,
  type ImportReport,
  importLog,
} from './import/import-log.ts'
export type { ImportError } from './import/import-source.ts'
export { dataFolder, keysFolder } from './start/data-folder.ts'
export { followTeller } from './start/follow-teller.ts'
