import { useWidth } from './use-width.ts'
import './TwoLanes.css'

export interface LaneEntry {
  readonly id: string
  /** Days since any fixed day. */
  readonly happened: number
  readonly known: number
  readonly stands: boolean
}

interface Props {
  readonly entries: readonly LaneEntry[]
  readonly ticks: readonly { readonly position: number; readonly label: string }[]
  readonly from: number
  readonly to: number
  /** What is to be seen, in words. */
  readonly summary: string
}

const LEFT = 78
const RIGHT = 10
const ABOVE = 18
const BELOW = 92

/** Two lines of time: where it happened above, where it became known below; a slope is a delay. */
export function TwoLanes({ entries, ticks, from, to, summary }: Props) {
  const [frame, width] = useWidth<HTMLDivElement>()
  const at = (day: number) =>
    LEFT + ((day - from) / Math.max(1, to - from)) * (width - LEFT - RIGHT)
  return (
    <div ref={frame} className="tijdig-lanes">
      {width === 0 ? null : (
        <svg
          width={width}
          height={128}
          viewBox={`0 0 ${width} 128`}
          role="img"
          aria-label={summary}
        >
          {ticks.map((tick) => (
            <g key={tick.position} className="tijdig-lanes__tick">
              <line x1={at(tick.position)} x2={at(tick.position)} y1={4} y2={106} />
              {at(tick.position) + 40 < width ? (
                <text x={at(tick.position) + 3} y={122}>
                  {tick.label}
                </text>
              ) : null}
            </g>
          ))}
          <text className="tijdig-lanes__name" x={0} y={ABOVE + 5}>
            gebeurd
          </text>
          <text className="tijdig-lanes__name" x={0} y={BELOW + 5}>
            bekend
          </text>
          <line className="tijdig-lanes__lane" x1={LEFT} x2={width - RIGHT} y1={ABOVE} y2={ABOVE} />
          <line className="tijdig-lanes__lane" x1={LEFT} x2={width - RIGHT} y1={BELOW} y2={BELOW} />
          {entries.map((entry) => (
            <g
              key={entry.id}
              className={
                entry.stands
                  ? 'tijdig-lanes__entry'
                  : 'tijdig-lanes__entry tijdig-lanes__entry--void'
              }
            >
              <line x1={at(entry.happened)} x2={at(entry.known)} y1={ABOVE} y2={BELOW} />
              <circle cx={at(entry.happened)} cy={ABOVE} r={5} />
              <circle cx={at(entry.known)} cy={BELOW} r={4} />
            </g>
          ))}
        </svg>
      )}
    </div>
  )
}
