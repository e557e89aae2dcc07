import type { RefusalCode } from '@tijdig/store'

/** Why a question, a report or a publication is not there. One code for screen, API and command line. */
export interface HouseError {
  readonly code: HouseErrorCode
  /** A Dutch sentence: what happened, what to do. */
  readonly reason: string
  /** What is wrong in what was given: `validOn`, `data.institution`. */
  readonly field?: string
  /** What others recorded in the meantime. */
  readonly changes?: readonly { readonly label: string; readonly validOn: string }[]
}

export type HouseErrorCode =
  | 'route-unknown'
  | 'route-missing'
  | 'routes-differ'
  | 'day-invalid'
  | 'known-at-invalid'
  | 'known-at-in-future'
  | 'definitions-invalid'
  | 'question-invalid'
  | 'indicator-unknown'
  | 'indicator-missing'
  | 'dimension-unknown'
  | 'norm-unknown'
  | 'programme-unknown'
  | 'table-invalid'
  | 'template-unknown'
  | 'template-ambiguous'
  | 'report-invalid'
  | 'publication-unknown'
  | 'delivery-unknown'
  | 'delivery-not-yet'
  | 'publication-not-public'
  | 'publication-withdrawn'
  | 'audience-needed'
  | 'trajectory-unknown'
  | 'attribute-unknown'
  | 'state-unknown'
  | 'not-allowed'
  | 'step-not-now'
  | 'day-in-future'
  | 'organisation-unknown'
  | 'team-unknown'
  | 'share-unknown'
  | 'share-needless'
  | 'until-invalid'
  | 'consent-reason'
  | 'reason-missing'
  | 'notice-unknown'
  | 'person-invalid'
  | 'person-unknown'
  | 'bsn-invalid'
  | 'family-destroyed'
  | 'destruction-not-now'
  | 'family-key-missing'
  | 'trajectory-changed'
  | 'not-standing'
  | 'nobody-left'
  | 'colleague-unknown'
  | 'handover-runs'
  | 'handover-none'
  | 'handover-nobody'
  | 'handover-other'
  | 'libreoffice-absent'
  | 'libreoffice-failed'
  | 'draft-unknown'
  | 'draft-behind'
  | 'draft-closed'
  | 'draft-not-now'
  | 'draft-faulty'
  | 'second-person-needed'
  | 'steps-invalid'
  | 'explanation-missing'
  | RefusalCode

export function houseError(code: HouseErrorCode, reason: string, field?: string): HouseError {
  return field === undefined ? { code, reason } : { code, reason, field }
}
