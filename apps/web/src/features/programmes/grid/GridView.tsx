import type { Programme } from '@tijdig/server/contract'
import { Button, EmptyState, Heading, Icon, monthInBrief, monthInWords } from '@tijdig/ui'
import { type CSSProperties, useMemo } from 'react'
import { type Asked, askedInWords } from '../../../clocks/asked.ts'
import { LightKey } from '../LightKey.tsx'
import { LightSign } from '../LightSign.tsx'
import { cellInWords, type GridGroup, gridGroups, signOf, yearsOf } from './grid-rows.ts'
import { usePaper } from './use-paper.ts'
import './grid.css'

interface Props {
  readonly programme: Programme
  readonly asked: Asked
}

/** Actions down, months across, a light in each: on the screen, by keyboard and on one sheet of A3. */
export function GridView({ programme, asked }: Props) {
  const groups = useMemo(() => gridGroups(programme), [programme])
  const { months } = programme.grid
  usePaper('A3 landscape')
  return (
    <section className="tijdig-section tijdig-grid-view" aria-labelledby="maanden">
      <div className="tijdig-grid-view__head">
        <Heading level={2} id="maanden">
          Acties per maand
        </Heading>
        <div className="tijdig-not-printed">
          <Button
            purpose="secondary"
            iconStart={<Icon name="document" />}
            onClick={() => window.print()}
          >
            Print op A3
          </Button>
        </div>
      </div>
      {groups.length === 0 || months.length === 0 ? (
        <EmptyState title="Er zijn geen acties met een planning.">
          <p>Zodra een actie een planning heeft of begonnen is, staat die hier per maand.</p>
        </EmptyState>
      ) : (
        <>
          <p className="tijdig-grid-view__lead">
            Het teken zegt hoe een actie er aan het eind van de maand voor stond.
          </p>
          <LightKey withPlan />
          <Grid
            caption={`Acties per maand, ${askedInWords(asked)}`}
            months={months}
            groups={groups}
            cutOff={asked.cutOff}
          />
        </>
      )}
    </section>
  )
}

interface GridProps {
  readonly caption: string
  readonly months: readonly string[]
  readonly groups: readonly GridGroup[]
  readonly cutOff: string
}

function Grid({ caption, months, groups, cutOff }: GridProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it with the keyboard
    <section className="tijdig-table-frame tijdig-grid-frame" aria-label={caption} tabIndex={0}>
      <table className="tijdig-grid" style={rowCount(groups)}>
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
        {groups.map(({ key, title, rows }) => (
          <tbody key={key}>
            <tr className="tijdig-grid__line">
              <th scope="rowgroup" colSpan={months.length + 1}>
                <span>{title}</span>
              </th>
            </tr>
            {rows.map(({ part, cells }) => (
              <tr key={part.id}>
                <th scope="row" className="tijdig-grid__name">
                  <span className="tijdig-grid__code">{part.code}</span> {part.title}
                </th>
                {cells.map((cell, place) => {
                  const sign = signOf(cell)
                  return (
                    <td
                      key={months[place]}
                      className={cell.isPlanned ? 'tijdig-grid__cell--planned' : undefined}
                    >
                      {sign === undefined ? null : <LightSign light={sign} words={null} />}
                      <span className="tijdig-visually-hidden">{cellInWords(cell)}</span>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

/** How many rows there are, of the head too: on paper they are as high as one sheet allows. */
function rowCount(groups: readonly GridGroup[]): CSSProperties {
  const rows = groups.reduce((count, group) => count + group.rows.length + 1, 2)
  return { '--tijdig-rows': rows } as CSSProperties
}
