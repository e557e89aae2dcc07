import { Button, Icon } from '@tijdig/ui'
import { type Asked, askedInWords } from './asked.ts'
import './ComparisonBar.css'

interface Props {
  readonly previous: Asked
  readonly onUndo: () => void
  readonly onKeep: () => void
}

/** Says what is compared with, and gives the way back. */
export function ComparisonBar({ previous, onUndo, onKeep }: Props) {
  return (
    <div className="tijdig-comparison">
      <p role="status">
        U vergelijkt met de vorige stand: <strong>{askedInWords(previous)}</strong>.
      </p>
      <div className="tijdig-actions tijdig-not-printed">
        <Button purpose="secondary" iconStart={<Icon name="undo" />} onClick={onUndo}>
          Terug naar vorige stand
        </Button>
        <Button purpose="subtle" onClick={onKeep}>
          Stop met vergelijken
        </Button>
      </div>
    </div>
  )
}
