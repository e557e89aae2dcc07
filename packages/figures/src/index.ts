export { calculateAsKnown, findMeasure, listedTables, type Wanted } from './calculate.ts'
export { type AskedClocks, type ClockRow, readClocks } from './clock-rows.ts'
export { compileMeasure } from './compile.ts'
export { defineDeliveries } from './define-deliveries.ts'
export { defineIndicator } from './define-indicator.ts'
export {
  type DeliveredTable,
  type DeliveryDefinition,
  type DeliveryParties,
  deliveryDay,
} from './delivery.ts'
export { lastDayOfMonth, monthBefore, nextMonth } from './delivery-month.ts'
export { estimateMissed, LEAST_HISTORY, type MissedEstimate } from './estimate-missed.ts'
export { cellKey, explain, type Side } from './explain.ts'
export { factColumns, factTable, quote } from './fact-table.ts'
export { FactsFile, type FactsFileError, type FollowProgress } from './facts-file.ts'
export type {
  Explanation,
  Figure,
  IndicatorLabels,
  ProtectedFigure,
  Question,
  Shown,
} from './figure.ts'
export {
  attribute,
  type DimensionDefinition,
  type DimensionSource,
  factName,
  type IndicatorDefinition,
  type IndicatorVersion,
  type Measure,
  OUTCOMES,
  type Outcome,
  outcome,
  sourceOf,
  started,
} from './indicator.ts'
export { labelsOf } from './labels.ts'
export {
  defineNorms,
  type NormDefinition,
  type NormFigure,
  type NormTarget,
} from './norm.ts'
export { protect } from './protect.ts'
export { PROTECTIONS, type Protection } from './protection-policy.ts'
export { scopeCondition } from './scope.ts'
export { getVersion, versionHash, versionInForce, versionsFor } from './versions.ts'
