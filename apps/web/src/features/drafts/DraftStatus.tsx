import { Alert, Icon } from '@tijdig/ui'
import type { ConnectionView } from './editor/draft-connection.ts'

interface Props {
  readonly connection: ConnectionView
  /** The words of the text, to copy where they will not be kept. */
  readonly words: () => string
}

const LINES = {
  saved: 'Bewaard',
  saving: 'Wordt bewaard…',
  offline: 'Niet bewaard: geen verbinding. Wat u typt, blijft hier staan.',
  'signed-out':
    'Niet bewaard: u bent niet meer ingelogd. Wat u typte, blijft in deze browser staan.',
  closed: 'Niet bewaard: in dit concept kan niet meer worden geschreven.',
} as const

/** Whether what was typed is safe, in a word. */
export function DraftStatus({ connection: { save }, words }: Props) {
  return (
    <>
      <p className={`tijdig-saved tijdig-saved--${save}`} role="status">
        <Icon name={save === 'saved' ? 'check' : save === 'saving' ? 'clock' : 'warning'} />{' '}
        {LINES[save]}
      </p>
      {save === 'signed-out' ? (
        <Alert tone="warning" title="Log opnieuw in.">
          <p>
            Laad de pagina opnieuw en log in. Wat u typte, staat er dan weer en wordt alsnog
            bewaard.
          </p>
        </Alert>
      ) : null}
      {save === 'closed' ? (
        <Alert tone="warning" title="Er is intussen iets met dit concept gebeurd.">
          <p>
            Uw laatste woorden zijn niet meer toegevoegd. Hieronder staat de tekst zoals u die zag:
            kopieer wat u wilt houden.
          </p>
          <textarea
            className="tijdig-copy"
            aria-label="De tekst zoals u die zag, om te kopiëren"
            readOnly
            rows={6}
            value={words()}
          />
        </Alert>
      ) : null}
    </>
  )
}
