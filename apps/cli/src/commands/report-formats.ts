import { err, ok, type Result } from '@tijdig/core'
import { REPORT_FILES, type ReportFormat } from '@tijdig/server'

const USUAL: readonly ReportFormat[] = ['html', 'pdf', 'csv', 'json']

export const FORMATS = REPORT_FILES.map(({ format }) => format)

/** Reads `html,docx`; left out: page, PDF and figures. */
export function readFormats(text: string | undefined): Result<readonly ReportFormat[], string> {
  if (text === undefined) return ok(USUAL)
  const names = text.split(',').map((name) => name.trim())
  const unknown = names.find((name) => !FORMATS.some((format) => format === name))
  if (unknown !== undefined) {
    return err(`--format "${unknown}" bestaat niet. Kies uit: ${FORMATS.join(', ')}.`)
  }
  return ok(FORMATS.filter((format) => names.includes(format)))
}
