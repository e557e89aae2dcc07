import type { DefinitionUsed, ReportDocument } from '@tijdig/reports'
import { csvOf, csvText } from './csv.ts'

/** What the figures of a report mean: each with the version, its words and its hash. */
export function definitionsAsCsv(definitions: readonly DefinitionUsed[]): string {
  const head = ['indicator', 'definition', 'label', 'in_force_from', 'pinned', 'words', 'hash']
  const rows = definitions.map(
    ({ indicator, version, label, inForceFrom, pinned, words, hash }) => [
      csvText(indicator),
      version,
      csvText(label),
      inForceFrom,
      pinned ? 'ja' : 'nee',
      csvText(words),
      hash,
    ],
  )
  return csvOf([head, ...rows])
}

/**
 * The same, with what was asked: the two clocks, the protection and the place in the log. What has
 * an address goes by it: its number would tell everybody how many others there are.
 */
export function definitionsAsJson(metadata: ReportDocument['metadata']): string {
  const { template, title, period, question, protection, definitions } = metadata
  const { number, ...stamp } = metadata.publication ?? {}
  const publication =
    metadata.publication &&
    (metadata.publication.address === undefined ? metadata.publication : stamp)
  const told = { template, title, period, question, protection, publication, definitions }
  return `${JSON.stringify(told, null, 1)}\n`
}
