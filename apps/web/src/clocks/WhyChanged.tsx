import { ChartFigure, capital, Heading, Paragraph, SelectField, SimpleTable } from '@tijdig/ui'
import { useMemo } from 'react'
import type { Asked } from './asked.ts'
import { changesTable, type Explained, waterfallOf } from './explained.ts'
import './WhyChanged.css'

interface Props {
  readonly changes: readonly Explained[]
  readonly from: Asked
  readonly to: Asked
  /** The figure that is drawn; the first where it is left out or did not change. */
  readonly chosen?: string | undefined
  readonly onChoose: (key: string) => void
  readonly title?: string
  readonly level?: 2 | 3
  /** What the two readings are called in the drawing. */
  readonly names?: { readonly from: string; readonly to: string }
}

/** Why figures differ between two questions: one drawn step by step, all in a table. */
export function WhyChanged(props: Props) {
  const {
    changes,
    from,
    to,
    chosen,
    onChoose,
    title = 'Waarom zijn de cijfers anders?',
    level = 2,
    names,
  } = props
  const one = changes.find((change) => change.key === chosen) ?? changes[0]
  const spec = useMemo(() => one && waterfallOf(one, from, to, names), [one, from, to, names])
  const table = useMemo(() => changesTable(changes, from, to), [changes, from, to])
  return (
    <section className="tijdig-section" aria-labelledby="waarom">
      <Heading level={level} id="waarom">
        {title}
      </Heading>
      {one === undefined || spec === undefined ? (
        <Paragraph>Er is niets veranderd: beide standen geven dezelfde cijfers.</Paragraph>
      ) : (
        <>
          <div className="tijdig-why__choice tijdig-not-printed">
            <SelectField
              id="uitleg-cijfer"
              label="Cijfer"
              value={one.key}
              options={changes.map((change) => ({ value: change.key, label: change.label }))}
              onChange={onChoose}
            />
          </div>
          <ChartFigure spec={spec} level={level === 2 ? 3 : 4} />
          <ul className="tijdig-list">
            {one.reasons.map((reason) => (
              <li key={reason.part}>{capital(reason.sentence)}.</li>
            ))}
          </ul>
          <details className="tijdig-why__all">
            <summary>
              {changes.length === 1
                ? 'Het ene cijfer dat veranderde'
                : `Alle ${changes.length} cijfers die veranderden`}
            </summary>
            <SimpleTable caption="Cijfers die veranderden" head={table.head} rows={table.rows} />
          </details>
        </>
      )}
    </section>
  )
}
