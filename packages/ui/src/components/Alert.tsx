import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import '@utrecht/alert-css/dist/index.css'
import './Alert.css'

type AlertTone = 'info' | 'ok' | 'warning' | 'error'

const ICONS = {
  info: 'info',
  ok: 'check',
  warning: 'warning',
  error: 'warning',
} as const satisfies Record<AlertTone, IconName>

interface Props {
  readonly tone: AlertTone
  readonly title?: string
  readonly children: ReactNode
  /** Buttons that help on. */
  readonly actions?: ReactNode
}

/** A message about the page; an error is said aloud at once, the rest when there is a pause. */
export function Alert({ tone, title, children, actions }: Props) {
  return (
    <div
      className={`utrecht-alert utrecht-alert--${tone} tijdig-alert tijdig-alert--${tone}`}
      role={tone === 'error' ? 'alert' : 'status'}
    >
      <div className="utrecht-alert__icon tijdig-alert__icon">
        <Icon name={ICONS[tone]} />
      </div>
      <div className="utrecht-alert__content tijdig-alert__content">
        <div className="utrecht-alert__message">
          {title === undefined ? null : <strong>{title}</strong>}
          {typeof children === 'string' ? <p>{children}</p> : children}
        </div>
        {actions === undefined ? null : (
          <div className="tijdig-actions tijdig-not-printed">{actions}</div>
        )}
      </div>
    </div>
  )
}
