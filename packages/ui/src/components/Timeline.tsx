import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import { StatusBadge } from './StatusBadge.tsx'
import './Timeline.css'

export interface TimelineItem {
  readonly id: string
  readonly title: string
  /** In words: "4 april 2022". */
  readonly happenedOn: string
  readonly knownOn: string
  /** "12 dagen later"; left out when it was known the same day. */
  readonly delay?: string
  readonly details: readonly { readonly label: string; readonly value: string }[]
  readonly status: 'stands' | 'corrected' | 'withdrawn' | 'withdrawal'
  /** What replaced it, or what it replaced, with a link to it. */
  readonly relation?: ReactNode
  readonly remarks: readonly string[]
  /** What one may do about it. */
  readonly actions?: ReactNode
}

const SAID = {
  corrected: 'Verbeterd: geldt niet meer',
  withdrawn: 'Ingetrokken: geldt niet meer',
  withdrawal: 'Intrekking',
} as const

/** What happened, in order of days; what no longer holds stays, struck through. */
export function Timeline({ items }: { readonly items: readonly TimelineItem[] }) {
  return (
    <ol className="tijdig-timeline">
      {items.map((item) => (
        <li
          key={item.id}
          id={item.id}
          className={`tijdig-timeline__item tijdig-timeline__item--${item.status}`}
        >
          <p className="tijdig-timeline__day">
            <span className="tijdig-visually-hidden">gebeurd op </span>
            {item.happenedOn}
          </p>
          <div className="tijdig-timeline__body">
            <h3 className="tijdig-timeline__title">
              {isVoid(item) ? <del>{item.title}</del> : item.title}
              {item.status === 'stands' ? null : (
                <StatusBadge
                  tone={isVoid(item) ? 'attention' : 'calm'}
                  icon={isVoid(item) ? 'cross' : 'undo'}
                >
                  {SAID[item.status]}
                </StatusBadge>
              )}
            </h3>
            {item.details.length === 0 ? null : (
              <dl className="tijdig-timeline__details">
                {item.details.map((detail) => (
                  <div key={detail.label}>
                    <dt>{detail.label}</dt>
                    <dd>{isVoid(item) ? <del>{detail.value}</del> : detail.value}</dd>
                  </div>
                ))}
              </dl>
            )}
            <p className="tijdig-timeline__known">
              Bekend op {item.knownOn}
              {item.delay === undefined ? null : <strong> ({item.delay})</strong>}
            </p>
            {item.relation === undefined ? null : (
              <p className="tijdig-timeline__relation">{item.relation}</p>
            )}
            {item.remarks.map((remark) => (
              <p key={remark} className="tijdig-timeline__remark">
                <Icon name="warning" /> {remark}
              </p>
            ))}
            {item.actions === undefined ? null : (
              <p className="tijdig-actions tijdig-not-printed">{item.actions}</p>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}

function isVoid(item: TimelineItem): boolean {
  return item.status === 'corrected' || item.status === 'withdrawn'
}
