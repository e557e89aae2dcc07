export { buildDocument } from './document/build-document.ts'
export { CHANGE_PARTS, cellName } from './document/change-parts.ts'
export type {
  Block,
  DefinitionUsed,
  FigureSource,
  FigureValue,
  Inline,
  KeptValue,
  Metadata,
  PartsTable,
  PublicationStamp,
  ReportDocument,
  Table,
} from './document/document.ts'
export type {
  DocumentHead,
  FileBlock,
  FileDocument,
  TextCell,
  TextTable,
} from './document/file-document.ts'
export { plainText } from './document/plain-text.ts'
export type { ProgrammeInput } from './document/programme-input.ts'
export type { ReportInput } from './document/report-input.ts'
export { type Passage, passagesOf, wordsOf } from './document/words-of.ts'
export { renderDocx } from './docx/render-docx.ts'
export { html, Markup } from './html/markup.ts'
export { renderHtml } from './html/render-html.ts'
export { renderParts } from './html/render-parts.ts'
export {
  FILE_CONTENT_SECURITY_POLICY,
  FILE_STYLE as REPORT_STYLE,
  REPORT_CONTENT_SECURITY_POLICY,
} from './html/style.ts'
export { renderPdf } from './pdf/render-pdf.ts'
export { type NeededFigures, neededFigures, usedIndicators } from './template/needed-figures.ts'
export { neededProgrammes } from './template/needed-programmes.ts'
export { type OpenPrompt, openPrompts } from './template/open-prompts.ts'
export { parseTemplate } from './template/parse-template.ts'
export type { AudienceName, ProtectionName, Template, TemplateHead } from './template/template.ts'
export type { TemplateError, TemplateErrorCode } from './template/template-error.ts'
export { dayWordsOfMoment, longDay, longMoment, longMonth } from './wording/dutch-day.ts'
export {
  formatChange,
  formatCount,
  formatPointChange,
  formatShare,
} from './wording/dutch-number.ts'
export { protectionNotes, shownWords } from './wording/shown-words.ts'
