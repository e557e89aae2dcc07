export { buildDocument } from './document/build-document.ts'
export type {
  Block,
  DefinitionUsed,
  FigureSource,
  FigureValue,
  Inline,
  Metadata,
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
export type { ReportInput } from './document/report-input.ts'
export { renderDocx } from './docx/render-docx.ts'
export { renderHtml } from './html/render-html.ts'
export { FILE_CONTENT_SECURITY_POLICY, REPORT_CONTENT_SECURITY_POLICY } from './html/style.ts'
export { renderPdf } from './pdf/render-pdf.ts'
export { type NeededFigures, neededFigures, usedIndicators } from './template/needed-figures.ts'
export { parseTemplate } from './template/parse-template.ts'
export type { ProtectionName, Template, TemplateHead } from './template/template.ts'
export type { TemplateError, TemplateErrorCode } from './template/template-error.ts'
export { dayWordsOfMoment, longDay, longMonth } from './wording/dutch-day.ts'
