import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import '@utrecht/badge-status-css/dist/index.css'
import './StatusBadge.css'

export type Tone = 'good' | 'bad' | 'attention' | 'busy' | 'calm'

/** A state in words, with a drawing and a colour that only repeat the words. */
export function StatusBadge({
  tone,
  icon,
  children,
}: {
  readonly tone: Tone
  readonly icon?: IconName
  readonly children: ReactNode
}) {
  return (
    <span className={`utrecht-badge-status tijdig-status tijdig-status--${tone}`}>
      {icon === undefined ? null : <Icon name={icon} />}
      <span>{children}</span>
    </span>
  )
}
