import { type ChartSpec, drawChart } from '@tijdig/charts'
import { type ReactNode, useId, useLayoutEffect, useMemo, useRef } from 'react'
import { SimpleTable } from './SimpleTable.tsx'
import { useWidth } from './use-width.ts'
import './ChartFigure.css'

interface Props {
  readonly spec: ChartSpec
  /** Where the heading of the page's part stands above it: 3 unless told. */
  readonly level?: 2 | 3 | 4
  /** Makes a link of the title, where a page tells more. */
  readonly link?: (title: string) => ReactNode
  /** In small letters under the title: what the marks mean, or a link. */
  readonly note?: ReactNode
  readonly titleHidden?: boolean
  /** Left out where the page shows the numbers itself. */
  readonly withTable?: boolean
}

/** A chart with its title, drawn as wide as its place, and its numbers as a table to open. */
export function ChartFigure({
  spec,
  level = 3,
  link,
  note,
  titleHidden = false,
  withTable = true,
}: Props) {
  const [frame, width] = useWidth<HTMLDivElement>()
  const place = useRef<HTMLDivElement>(null)
  // Its colons have a meaning where an id is referred to.
  const id = `grafiek-${useId().replaceAll(':', '')}`
  const drawn = useMemo(
    () => (width > 0 ? drawChart(spec, { document, id, width: Math.min(width, 880) }) : undefined),
    [spec, id, width],
  )
  useLayoutEffect(() => {
    if (drawn) place.current?.replaceChildren(drawn.svg)
  }, [drawn])
  const Title = `h${level}` as const
  return (
    <figure className="tijdig-chart">
      <Title className={titleHidden ? 'tijdig-visually-hidden' : 'tijdig-chart__title'}>
        {link ? link(spec.title) : spec.title}
      </Title>
      {note === undefined ? null : <p className="tijdig-chart__note">{note}</p>}
      <div ref={frame} className="tijdig-chart__frame">
        <div ref={place} />
      </div>
      {drawn === undefined || !withTable ? null : (
        <details className="tijdig-chart__data">
          <summary>
            Tabel<span className="tijdig-visually-hidden"> bij {spec.title}</span>
          </summary>
          <SimpleTable caption={spec.title} head={drawn.table.head} rows={drawn.table.rows} />
        </details>
      )}
    </figure>
  )
}
