export {
  type Attributes,
  type AttributeValue,
  isAttributes,
  isTagName,
  type TagUse,
  tagKey,
} from './attributes.ts'
export type { BlockField, BlockKind, IndicatorWords } from './blocks/block-kind.ts'
export { BLOCK_KINDS, findBlockKind } from './blocks/block-kinds.ts'
export { describeTag, indicatorsOf, type TagWords } from './blocks/describe-tag.ts'
export type { LanguageHint } from './language/language-hints.ts'
export { draftSchema } from './schema.ts'
export { applySteps, findText, mapPlace } from './text/apply-steps.ts'
export { hintsOfText } from './text/hints-of-text.ts'
export { type Prompt, promptOf, promptsOfText } from './text/prompts-of-text.ts'
export { figuresOfText } from './text/tags-of-text.ts'
