import { Alert, Button, dayInWords } from '@tijdig/ui'
import { Failed } from '../../shell/Failed.tsx'
import { isChanged, isUnreachable } from './use-recording.ts'

interface Props {
  readonly error: unknown
  readonly busy: boolean
  readonly onSend: () => void
}

/** Why it was not recorded; what was typed stays, and can be sent again. */
export function Refused({ error, busy, onSend }: Props) {
  if (isUnreachable(error))
    return (
      <Alert
        tone="warning"
        title="Nog niet vastgelegd: er is geen verbinding."
        actions={
          <Button purpose="secondary" busy={busy} onClick={onSend}>
            Stuur opnieuw
          </Button>
        }
      >
        <p>
          Wat u invulde, staat er nog, ook als u deze pagina opnieuw laadt. Twee keer sturen kan
          geen kwaad: het wordt één keer vastgelegd.
        </p>
      </Alert>
    )
  if (isChanged(error))
    return (
      <Alert
        tone="warning"
        title="Intussen heeft iemand anders iets vastgelegd."
        actions={
          <Button purpose="secondary" busy={busy} onClick={onSend}>
            Toch vastleggen
          </Button>
        }
      >
        <ul className="tijdig-list">
          {(error.changes ?? []).map(({ label, validOn }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes.
            <li key={place}>
              {label}, gebeurd op {dayInWords(validOn)}
            </li>
          ))}
        </ul>
        <p>Wat u invulde, staat er nog. Kijk of het nog klopt, en leg het dan vast.</p>
      </Alert>
    )
  return <Failed error={error} />
}
