import { capital } from '../format/text.ts'
import '@utrecht/table-css/dist/index.css'
import './DataTable.css'

interface Props {
  readonly caption: string
  readonly head: readonly string[]
  /** The first of each row names it; the rest are numbers in words. */
  readonly rows: readonly (readonly string[])[]
}

/** The numbers of a chart as a table; it scrolls in its own frame where it is too wide. */
export function SimpleTable({ caption, head, rows }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it with the keyboard
    <section className="tijdig-table-frame" tabIndex={0} aria-label={`Tabel: ${caption}`}>
      <table className="utrecht-table tijdig-table">
        <caption className="tijdig-visually-hidden">{caption}</caption>
        <thead className="utrecht-table__header">
          <tr>
            {head.map((text, place) => (
              <th
                key={text}
                scope="col"
                className={`utrecht-table__header-cell${place > 0 ? ' tijdig-table__number' : ''}`}
              >
                {capital(text)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name = '', ...cells]) => (
            <tr key={[name, ...cells].join('/')}>
              <th scope="row" className="utrecht-table__cell">
                {name}
              </th>
              {cells.map((text, place) => (
                <td
                  key={head[place + 1]}
                  className="utrecht-table__cell tijdig-table__number tijdig-number"
                >
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
