import type { IndicatorLabels } from '@tijdig/figures'
import { longDay } from '../wording/dutch-day.ts'
import type { Block, Inline, Paragraph } from './document.ts'
import type { Writer } from './writer.ts'

/** In words how an indicator is counted in this report, or each one that was used so far. */
export function buildDefinitions(writer: Writer, indicator: string, line: number): Block[] {
  if (indicator !== '') {
    const labels = writer.labels(indicator, line)
    return labels ? [definitionWords(writer, labels)] : []
  }
  const items = writer.used.map((labels) => [definitionWords(writer, labels)])
  return items.length === 0 ? [] : [{ kind: 'list', ordered: false, items }]
}

function definitionWords(writer: Writer, labels: IndicatorLabels): Paragraph {
  const used = writer.shelf.versionOf(labels.code)
  const version = labels.versions.find((one) => one.version === used)
  const pinned = writer.input.template.pinned[labels.code] !== undefined
  const since = version ? `geldig sinds ${longDay(version.inForceFrom)}` : ''
  const keeps = pinned ? ', in dit rapport vastgehouden' : ''
  const inlines: Inline[] = [
    { kind: 'strong', inlines: [{ kind: 'text', text: `${labels.label}.` }] },
    { kind: 'text', text: ` ${version?.words ?? ''} ` },
    { kind: 'em', inlines: [{ kind: 'text', text: `Definitie ${used}, ${since}${keeps}.` }] },
  ]
  return { kind: 'paragraph', inlines }
}
