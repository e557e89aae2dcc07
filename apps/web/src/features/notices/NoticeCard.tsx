import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Notice } from '@tijdig/server/contract'
import { Button, dayInWords, StatusBadge } from '@tijdig/ui'
import { noticesQuery, seeNotice } from '../../api/access.ts'
import { dayOf } from '../../clocks/asked.ts'
import { useSession } from '../../session/session-context.ts'
import { Failed } from '../../shell/Failed.tsx'
import { timeInWords } from '../glass/glass-end.ts'

/** One time that the glass was broken. */
export function NoticeCard({ notice }: { readonly notice: Notice }) {
  const client = useQueryClient()
  const { may } = useSession()
  const see = useMutation({
    mutationFn: () => seeNotice(notice.id),
    onSuccess: () => client.invalidateQueries({ queryKey: noticesQuery.queryKey }),
  })
  const { by, route, trajectory } = notice
  const number = `traject ${trajectory}`
  return (
    <li className="tijdig-notice">
      <div className="tijdig-notice__head">
        <h2>
          {by.name} opende{' '}
          {may.routes[route]?.see ? (
            <Link to="/trajecten/$route/$id" params={{ route, id: trajectory }} className="nl-link">
              {number}
            </Link>
          ) : (
            number
          )}
        </h2>
        {notice.seenAt === null ? (
          <StatusBadge tone="attention" icon="info">
            Nieuw
          </StatusBadge>
        ) : (
          <StatusBadge tone="calm" icon="check">
            Gezien op {dayInWords(dayOf(notice.seenAt))}
          </StatusBadge>
        )}
      </div>
      <dl className="tijdig-facts tijdig-notice__facts">
        <div>
          <dt>Wie</dt>
          <dd>
            {by.name}, {by.roleLabel} bij {by.organisationName}
          </dd>
        </div>
        <div>
          <dt>Soort traject</dt>
          <dd>{notice.routeLabel}</dd>
        </div>
        <div>
          <dt>Waarom</dt>
          <dd className="tijdig-notice__reason">{notice.reason}</dd>
        </div>
        <div>
          <dt>Wanneer</dt>
          <dd>
            {dayInWords(dayOf(notice.brokenAt))}, van {timeInWords(notice.brokenAt)} tot{' '}
            {timeInWords(notice.endsAt)} uur
          </dd>
        </div>
      </dl>
      {see.isError ? <Failed error={see.error} /> : null}
      {notice.seenAt === null ? (
        <div className="tijdig-actions">
          <Button
            purpose="secondary"
            busy={see.isPending}
            aria-label={`Ik heb dit gezien: ${number}`}
            onClick={() => see.isPending || see.mutate()}
          >
            Ik heb dit gezien
          </Button>
        </div>
      ) : null}
    </li>
  )
}
