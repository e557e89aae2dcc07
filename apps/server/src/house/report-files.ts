import { ok, type Result } from '@tijdig/core'
import { type IndicatorDefinition, type ProtectedFigure, protect } from '@tijdig/figures'
import type { ReportDocument } from '@tijdig/reports'
import type { NewPublication } from '@tijdig/store'
import { definitionsAsCsv, definitionsAsJson } from './definitions-files.ts'
import { figuresAsCsv } from './figures-csv.ts'
import { figuresAsJson } from './figures-json.ts'
import type { FrozenPublication } from './frozen-publication.ts'
import type { HouseError } from './house-error.ts'
import type { Report } from './make-report.ts'
import { toOpenDocument } from './open-document.ts'
import { reporting } from './reporting.ts'

/** What the files of a report are made of: nothing in it is shown otherwise than protected. */
export interface ReportContent {
  readonly document: ReportDocument
  readonly figures: readonly ProtectedFigure[]
  readonly indicators: readonly IndicatorDefinition[]
  /** What was frozen when it was published; left out: made now. */
  readonly html?: string
  readonly pdf?: Uint8Array
}

export interface ReportFile {
  readonly format: ReportFormat
  readonly file: string
  readonly type: string
  readonly operation: string
  readonly summary: string
  /** In the archive: what it is called, and for whom or what it is. */
  readonly name: string
  readonly kind: string
  /** Not: it is made anew for each who asks, and a stranger may ask for ever. */
  readonly isOpen: boolean
  readonly make: (content: ReportContent) => Promise<Result<string | Uint8Array, HouseError>>
}

export type ReportFormat =
  | 'html'
  | 'pdf'
  | 'docx'
  | 'odt'
  | 'csv'
  | 'json'
  | 'definitions-csv'
  | 'definitions-json'

/** A publication, for whomever it is read. */
type ReadPublication = FrozenPublication<
  Pick<
    NewPublication,
    'template' | 'question' | 'definitions' | 'figures' | 'document' | 'html' | 'pdf'
  >
>

/** A publication as its files show it. Word and ODT are made of the frozen document. */
export function contentOfPublication(
  indicators: readonly IndicatorDefinition[],
  { publication, asked, figures, document }: ReadPublication,
): ReportContent {
  return {
    document: document.report as unknown as ReportDocument,
    figures: protect(figures, asked.protection),
    indicators,
    html: publication.html,
    pdf: publication.pdf,
  }
}

/** A report that is not published. */
export function contentOfReport(
  indicators: readonly IndicatorDefinition[],
  { document, figures }: Report,
): ReportContent {
  return { document, figures, indicators }
}

/** Each form in which a report can be had, the same for the API, the page and the command line. */
export const REPORT_FILES: readonly ReportFile[] = [
  {
    format: 'html',
    name: 'Webpagina',
    kind: 'het hele rapport in één bestand',
    isOpen: true,
    file: 'report.html',
    type: 'text/html',
    operation: 'getReportAsHtml',
    summary: 'Het rapport als bladzijde',
    make: async ({ html, document }) => ok(html ?? (await reporting()).renderHtml(document)),
  },
  {
    format: 'pdf',
    name: 'PDF',
    kind: 'toegankelijk, om te bewaren of te printen',
    isOpen: true,
    file: 'report.pdf',
    type: 'application/pdf',
    operation: 'getReportAsPdf',
    summary: 'Het rapport als toegankelijke PDF',
    make: async ({ pdf, document }) => ok(pdf ?? (await (await reporting()).renderPdf(document))),
  },
  {
    format: 'docx',
    name: 'Word',
    kind: 'om verder te bewerken',
    isOpen: false,
    file: 'report.docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    operation: 'getReportAsDocx',
    summary: 'Het rapport als Word-bestand',
    make: async ({ document }) => ok(await (await reporting()).renderDocx(document)),
  },
  {
    format: 'odt',
    name: 'ODT',
    kind: 'om verder te bewerken',
    isOpen: false,
    file: 'report.odt',
    type: 'application/vnd.oasis.opendocument.text',
    operation: 'getReportAsOdt',
    summary: 'Het rapport als open document (ODT), waar LibreOffice is geïnstalleerd',
    make: async ({ document }) => toOpenDocument(await (await reporting()).renderDocx(document)),
  },
  {
    format: 'csv',
    name: 'Cijfers als CSV',
    kind: 'voor een rekenblad',
    isOpen: true,
    file: 'figures.csv',
    type: 'text/csv',
    operation: 'getPublishedFiguresAsCsv',
    summary: 'De cijfers als CSV',
    make: async ({ indicators, figures }) => ok(figuresAsCsv(indicators, figures)),
  },
  {
    format: 'json',
    name: 'Cijfers als JSON',
    kind: 'voor een programma',
    isOpen: true,
    file: 'figures.json',
    type: 'application/json',
    operation: 'getPublishedFiguresAsJson',
    summary: 'De cijfers als JSON',
    make: async ({ indicators, figures }) => ok(figuresAsJson(indicators, figures)),
  },
  {
    format: 'definitions-csv',
    name: 'Definities als CSV',
    kind: 'wat elk cijfer betekent',
    isOpen: true,
    file: 'definitions.csv',
    type: 'text/csv',
    operation: 'getPublishedDefinitionsAsCsv',
    summary: 'Wat de cijfers betekenen, als CSV',
    make: async ({ document }) => ok(definitionsAsCsv(document.metadata.definitions)),
  },
  {
    format: 'definitions-json',
    name: 'Definities als JSON',
    kind: 'wat elk cijfer betekent, voor een programma',
    isOpen: true,
    file: 'definitions.json',
    type: 'application/json',
    operation: 'getPublishedDefinitionsAsJson',
    summary: 'Wat de cijfers betekenen, als JSON',
    make: async ({ document }) => ok(definitionsAsJson(document.metadata)),
  },
]

/** The forms that are given to who did not sign in. */
export const OPEN_FILES: readonly ReportFile[] = REPORT_FILES.filter(({ isOpen }) => isOpen)

/** What the file is called where somebody saves it. */
export function fileName(template: string, edition: string | number, file: string): string {
  return `${template.replaceAll('/', '-')}-${edition}-${file}`
}
