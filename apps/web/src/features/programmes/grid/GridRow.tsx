import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { LightSign } from '../LightSign.tsx'
import { usePartSearch } from '../use-part-search.ts'
import { cellInWords, type GridRow as Row, signOf } from './grid-rows.ts'
import { cellName } from './use-roving-cell.ts'

interface Props extends Row {
  readonly row: number
  readonly months: readonly string[]
  /** The element that says of which line it is. */
  readonly lineId: string
  /** The column on which Tab stops, where that is in this row. */
  readonly current: number | undefined
}

/** An action, which leads to its page, and its months. Drawn anew only where Tab stops or stopped. */
export const GridRow = memo(function GridRow({ row, part, cells, months, lineId, current }: Props) {
  const search = usePartSearch()
  const { route, id, code, title } = part
  const stop = (column: number) => ({
    tabIndex: current === column ? 0 : -1,
    'data-cell': cellName({ row, column }),
    'aria-describedby': lineId,
  })
  return (
    <tr>
      <th scope="row" className="tijdig-grid__name">
        <span className="tijdig-grid__code">{code}</span>{' '}
        <Link
          to="/trajecten/$route/$id"
          params={{ route, id }}
          search={search}
          className="nl-link tijdig-part__link"
          data-part={code}
          {...stop(0)}
        >
          {title}
        </Link>
      </th>
      {cells.map((cell, place) => {
        const sign = signOf(cell)
        return (
          <td
            key={months[place]}
            className={cell.isPlanned ? 'tijdig-grid__cell--planned' : undefined}
            {...stop(place + 1)}
          >
            {sign === undefined ? null : <LightSign light={sign} words={null} />}
            <span className="tijdig-visually-hidden">{cellInWords(cell)}</span>
          </td>
        )
      })}
    </tr>
  )
})
