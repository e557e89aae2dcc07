import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Figure, Part } from '@tijdig/server/contract'
import { dayInWords, formatDifference, formatFigure, Icon } from '@tijdig/ui'
import { figuresQuery } from '../../../api/queries.ts'
import { cellKey, figureText, shownValue } from '../../../figures/figure-text.ts'
import { cellLabel } from '../../../figures/labels.ts'
import { mayAskFigures } from '../../../session/pages.ts'
import { useSession } from '../../../session/session-context.ts'
import { quarterBefore } from '../programme-clocks.ts'
import type { TreeContext } from './tree-context.ts'

interface Props {
  readonly tie: Part['ties'][number]
  readonly context: TreeContext
}

/** A figure that a part should move: how it is now, what is aimed at, and whether it moves. */
export function TiedFigure({ tie, context }: Props) {
  const session = useSession()
  const { asked, routes } = context
  const route = routes.find(({ indicators }) =>
    indicators.some(({ code }) => code === tie.indicator),
  )
  const indicator = route?.indicators.find(({ code }) => code === tie.indicator)
  const may = route !== undefined && mayAskFigures(session, route.code)
  const before = quarterBefore(asked.cutOff)
  const dimensions = Object.keys(tie.cell)
  const narrowed = {
    indicator: tie.indicator,
    ...(dimensions.length > 0 && { by: dimensions.join(',') }),
  }
  const now = useQuery({ ...figuresQuery(route?.code ?? '', asked, narrowed), enabled: may })
  const earlier = useQuery({
    ...figuresQuery(route?.code ?? '', { ...asked, cutOff: before }, narrowed),
    enabled: may,
  })
  if (!indicator) return null
  const find = (figures: readonly Figure[] | undefined) =>
    figures?.find(({ by }) => cellKey(by) === cellKey(tie.cell))
  const figure = find(now.data?.figures)
  const was = find(earlier.data?.figures)
  const { kind, label } = indicator
  const name = dimensions.length === 0 ? label : `${label}, ${cellLabel(indicator, tie.cell)}`
  return (
    <div className="tijdig-tied">
      <p className="tijdig-tied__name">
        {may ? (
          <Link
            to="/cijfers"
            search={{
              route: route.code,
              cijfer: tie.indicator,
              op: asked.cutOff,
              bekend: asked.knownAt,
            }}
            className="nl-link"
          >
            {name}
          </Link>
        ) : (
          name
        )}
      </p>
      <p>
        {!may ? (
          <>Dit cijfer is niet voor uw rol. </>
        ) : now.isError || earlier.isError ? (
          <>Het cijfer kon niet worden opgehaald. </>
        ) : now.isPending ? (
          <>Het cijfer wordt berekend. </>
        ) : (
          <>
            Nu <strong>{figure ? figureText(figure, kind, 1) : 'nog niets te tellen'}</strong>
            {'. '}
          </>
        )}
        {tie.target === null
          ? 'Er is geen doel gesteld.'
          : `Doel ${formatFigure(tie.target, kind)}.`}
        {figure && was ? <Trend figure={figure} was={was} kind={kind} before={before} /> : null}
      </p>
    </div>
  )
}

interface TrendProps {
  readonly figure: Figure
  readonly was: Figure
  readonly kind: 'count' | 'share'
  readonly before: string
}

/** How much higher or lower than three months before, with an arrow and in words. */
function Trend({ figure, was, kind, before }: TrendProps) {
  const [to, from] = [shownValue(figure), shownValue(was)]
  if (to === null || from === null) return null
  const change = formatDifference(to - from, kind)
  const isSame = /^0( |$)/.test(change)
  return (
    <>
      {' '}
      {isSame ? null : <Icon name={to > from ? 'up' : 'down'} />}{' '}
      {isSame ? 'Gelijk gebleven' : `${to > from ? 'Hoger' : 'Lager'}: ${change}`} sinds{' '}
      {dayInWords(before)}.
    </>
  )
}
