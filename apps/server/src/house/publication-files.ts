import { protect } from '@tijdig/figures'
import type { NewPublication } from '@tijdig/store'
import { figuresAsCsv } from './figures-csv.ts'
import { figuresAsJson } from './figures-json.ts'
import type { FrozenPublication } from './frozen-publication.ts'
import type { Premises } from './house.ts'

/** A publication, for whomever it is read. */
type ReadPublication = FrozenPublication<
  Pick<
    NewPublication,
    'template' | 'question' | 'definitions' | 'figures' | 'document' | 'html' | 'pdf'
  >
>

/** A form in which a publication is given, and under which name. */
export interface PublicationFile {
  readonly file: string
  /** Of its endpoint, for who has a program ask. */
  readonly operation: string
  readonly summary: string
  /** In the archive: what it is called, and for whom or what it is. */
  readonly name: string
  readonly kind: string
  readonly type: string
  readonly content: (
    house: Pick<Premises, 'catalogue'>,
    frozen: ReadPublication,
  ) => string | Uint8Array | Promise<string | Uint8Array>
  /** Whether it is a page, which shows under a policy of its own. */
  readonly page: boolean
}

/** Each form of a publication; the API, the archive and its feed offer all of them. */
export const PUBLICATION_FILES: readonly PublicationFile[] = [
  {
    file: 'report.html',
    operation: 'getReportAsHtml',
    summary: 'Het rapport als bladzijde',
    name: 'Webpagina',
    kind: 'het hele rapport in één bestand',
    type: 'text/html',
    content: (_, { publication }) => publication.html,
    page: true,
  },
  {
    file: 'report.pdf',
    operation: 'getReportAsPdf',
    summary: 'Het rapport als toegankelijke PDF',
    name: 'PDF',
    kind: 'toegankelijk, om te bewaren of te printen',
    type: 'application/pdf',
    content: (_, { publication }) => publication.pdf,
    page: false,
  },
  {
    file: 'figures.csv',
    operation: 'getPublishedFiguresAsCsv',
    summary: 'De cijfers als CSV',
    name: 'Cijfers als CSV',
    kind: 'voor een rekenblad',
    type: 'text/csv',
    content: ({ catalogue }, { figures, asked }) =>
      figuresAsCsv(catalogue.indicators, protect(figures, asked.protection)),
    page: false,
  },
  {
    file: 'figures.json',
    operation: 'getPublishedFiguresAsJson',
    summary: 'De cijfers als JSON',
    name: 'Cijfers als JSON',
    kind: 'voor een programma',
    type: 'application/json',
    content: ({ catalogue }, { figures, asked }) =>
      figuresAsJson(catalogue.indicators, protect(figures, asked.protection)),
    page: false,
  },
]

/** What the file is called where somebody saves it. */
export function fileName(template: string, edition: string | number, file: string): string {
  return `${template.replaceAll('/', '-')}-${edition}-${file}`
}
