import type { ClockSpan, DayClock } from './day-clock.ts'
import { useWidth } from './use-width.ts'

interface Props {
  readonly happened: DayClock
  readonly known: DayClock
  readonly drawing: ClockSpan
}

const LANE = 30
const GAP = 8
const AXIS = 26

/** Two lanes along the months: how far the happenings are read, and how far the knowledge. */
export function TwoClocksDrawing({ happened, known, drawing }: Props) {
  const [frame, width] = useWidth<HTMLDivElement>()
  const at = (position: number) =>
    ((position - drawing.from) / Math.max(1, drawing.to - drawing.from)) * width
  const ends = LANE * 2 + GAP
  return (
    <div ref={frame} className="tijdig-clocks__drawing">
      {width === 0 ? null : (
        <svg
          width={width}
          height={ends + AXIS}
          viewBox={`0 0 ${width} ${ends + AXIS}`}
          aria-hidden="true"
          focusable="false"
        >
          {drawing.ticks.map((tick) => (
            <g key={tick.position} className="tijdig-clocks__tick">
              <line x1={at(tick.position)} x2={at(tick.position)} y1={0} y2={ends + 5} />
              {at(tick.position) + 60 < width ? (
                <text x={at(tick.position) + 4} y={ends + 20}>
                  {tick.label}
                </text>
              ) : null}
            </g>
          ))}
          <Lane name="gebeurd" clock={happened} end={at(happened.position)} y={0} width={width} />
          <Lane name="bekend" clock={known} end={at(known.position)} y={LANE + GAP} width={width} />
        </svg>
      )}
    </div>
  )
}

function Lane(props: { name: string; clock: DayClock; end: number; y: number; width: number }) {
  const { name, clock, end, y, width } = props
  return (
    <g className={`tijdig-clocks__lane tijdig-clocks__lane--${name}`}>
      <rect className="tijdig-clocks__rest" x={0} y={y} width={width} height={LANE} rx={4} />
      <rect
        className="tijdig-clocks__past"
        x={0}
        y={y}
        width={Math.max(0, end)}
        height={LANE}
        rx={4}
      />
      <text x={Math.max(0, end) - 10} y={y + LANE / 2 + 5} textAnchor="end">
        {name} t/m {clock.inWords}
      </text>
    </g>
  )
}
