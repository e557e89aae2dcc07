import { dayInWords, SimpleTable } from '@tijdig/ui'

interface Props {
  readonly rows: readonly (readonly string[])[]
  readonly from: string
  readonly to: string
}

/** What happened between the days of two deliveries. */
export function HappenedTable({ rows, from, to }: Props) {
  const title = `Wat er gebeurde na ${dayInWords(from)}`
  return (
    <div className="tijdig-section">
      <h3>{title}</h3>
      {rows.length === 0 ? (
        <p>Hierdoor veranderde geen enkel aantal.</p>
      ) : (
        <SimpleTable
          caption={title}
          head={[
            'Norm en uitkomst',
            `stand op ${dayInWords(from)}`,
            'echt gebeurd',
            `stand op ${dayInWords(to)}`,
          ]}
          rows={rows}
        />
      )}
    </div>
  )
}
