import type { Part } from '@tijdig/server/contract'
import { dayInWords } from '@tijdig/ui'
import { amountInWords, overInWords, timeInWords, trendInWords } from '../period-words.ts'
import { TiedFigure } from './TiedFigure.tsx'
import type { TreeContext } from './tree-context.ts'

interface Props {
  readonly part: Part
  readonly title: string
  readonly context: TreeContext
}

/** The figures of a part: those that Tijdig counts in sight, those that were written down to open. */
export function PartFigures({ part, title, context }: Props) {
  const written = writtenNumbers(part)
  return (
    <>
      {part.ties.map((tie) => (
        <TiedFigure key={JSON.stringify(tie)} tie={tie} context={context} />
      ))}
      {written.length === 0 ? null : (
        <details className="tijdig-part__numbers">
          <summary>
            {title} ({written.length})
            {part.route === 'programme' ? null : (
              <span className="tijdig-visually-hidden"> bij {part.title}</span>
            )}
          </summary>
          <ul className="tijdig-list">
            {written.map(({ key, what, says }) => (
              <li key={key}>
                {what}: {says}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** What was measured with what is aimed at, by key; then the days that were named. */
function writtenNumbers({ measured, aims, days }: Part) {
  const keys = [...new Set([...measured, ...aims].map(({ key }) => key))]
  const numbers = keys.map((key) => {
    const is = measured.find((each) => each.key === key)
    const aim = aims.find((each) => each.key === key)
    return {
      key: `getal/${key}`,
      what: (is ?? aim)?.what ?? key,
      says: [
        ...(is ? [`${amountInWords(is.value, is.unit)}${about(is)}`] : ['nog niet gemeten']),
        ...(is?.before ? [trendInWords(is.value, is.before)] : []),
        ...(aim ? [`doel ${amountInWords(aim.value, aim.unit)}${about(aim)}`] : []),
      ].join('; '),
    }
  })
  const named = days.map(({ key, day, what }) => ({
    key: `dag/${key}`,
    what,
    says: timeInWords(day),
  }))
  return [...numbers, ...named]
}

function about({ over, on }: Part['aims'][number]): string {
  return over === null ? ` (vastgelegd voor ${dayInWords(on)})` : ` (${overInWords(over)})`
}
