/** What can be wrong with a template; a code keeps its meaning for ever. */
export type TemplateErrorCode =
  | 'front-matter-missing'
  | 'front-matter-invalid'
  | 'syntax'
  | 'unknown-tag'
  | 'misplaced-tag'
  | 'text-form-not-allowed'
  | 'unknown-variable'
  | 'unknown-attribute'
  | 'missing-attribute'
  | 'wrong-attribute'
  | 'heading-level'
  | 'link-not-allowed'
  | 'unknown-indicator'
  | 'unknown-dimension'
  | 'unknown-code'
  | 'unknown-definition'
  | 'too-many-dimensions'
  | 'not-a-share'
  | 'share-cannot-be-added'
  | 'total-does-not-add-up'
  | 'no-explanations'
  | 'explanation-would-reveal'
  | 'explanation-does-not-fit'
  | 'nested-footnote'
  | 'unknown-programme'
  | 'unknown-part'

/** Why a template cannot be used: what happened and what to do, in Dutch; lines count from 1. */
export interface TemplateError {
  readonly code: TemplateErrorCode
  readonly line: number
  readonly message: string
}
