import { monthInBrief, monthInWords } from '@tijdig/ui'
import { type CSSProperties, useId } from 'react'
import { GridRow } from './GridRow.tsx'
import { type GridGroup, yearsOf } from './grid-rows.ts'
import { useRovingCell } from './use-roving-cell.ts'

interface Props {
  readonly caption: string
  readonly months: readonly string[]
  readonly groups: readonly GridGroup[]
  readonly cutOff: string
}

/**
 * The grid itself: one stop for Tab, in which the arrow keys go from cell to cell. Readers for the
 * blind tell action and month by the heads of the cell, and the line as its description.
 */
export function MonthGrid({ caption, months, groups, cutOff }: Props) {
  const rows = groups.reduce((count, group) => count + group.rows.length, 0)
  const { current, ...handlers } = useRovingCell({ rows, months: months.length })
  const id = useId()
  return (
    <div className="tijdig-table-frame tijdig-grid-frame">
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: it is walked with keys
        role="grid"
        aria-readonly="true"
        className="tijdig-grid"
        style={rowCount(groups)}
        {...handlers}
      >
        <caption className="tijdig-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className="tijdig-grid__name">
              Actie
            </th>
            {yearsOf(months).map(({ year, months: count }) => (
              <th key={year} scope="colgroup" colSpan={count} className="tijdig-grid__year">
                {year}
              </th>
            ))}
          </tr>
          <tr>
            {months.map((month) => (
              <th
                key={month}
                scope="col"
                abbr={monthInWords(month)}
                aria-current={cutOff.startsWith(month) ? 'date' : undefined}
              >
                <span aria-hidden="true">{monthInBrief(month)}</span>
                <span className="tijdig-visually-hidden">{monthInWords(month)}</span>
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ key, title, above, rows: parts }) => {
          const lineId = `${id}lijn-${key}`
          return (
            <tbody key={key}>
              <tr className="tijdig-grid__line">
                <th scope="rowgroup" colSpan={months.length + 1}>
                  <span id={lineId} data-part={key}>
                    {title}
                  </span>
                </th>
              </tr>
              {parts.map(({ part, cells }, place) => {
                const row = above + place
                return (
                  <GridRow
                    key={part.id}
                    row={row}
                    part={part}
                    cells={cells}
                    months={months}
                    lineId={lineId}
                    current={current.row === row ? current.column : undefined}
                  />
                )
              })}
            </tbody>
          )
        })}
      </table>
    </div>
  )
}

/** How many rows there are, of the head too: on paper they are as high as one sheet allows. */
function rowCount(groups: readonly GridGroup[]): CSSProperties {
  const rows = groups.reduce((count, group) => count + group.rows.length + 1, 2)
  return { '--tijdig-rows': rows } as CSSProperties
}
