import { Button, Dialog, TextField } from '@tijdig/ui'
import { useState } from 'react'

const SAFE = /^(https:\/\/\S+|mailto:\S+|#[a-z0-9-]+)$/

interface Props {
  readonly current: string
  readonly onChoose: (href: string) => void
  readonly onClose: () => void
}

/** To where a piece of text refers; nothing filled in: to nowhere any more. */
export function LinkDialog({ current, onChoose, onClose }: Props) {
  const [href, setHref] = useState(current)
  const trimmed = href.trim()
  const wrong = trimmed !== '' && !SAFE.test(trimmed)
  return (
    <Dialog
      id="verwijzing"
      title="Verwijzing"
      open
      onClose={onClose}
      actions={
        <>
          <Button purpose="primary" disabled={wrong} onClick={() => onChoose(trimmed)}>
            {trimmed === '' && current !== '' ? 'Haal de verwijzing weg' : 'Klaar'}
          </Button>
          <Button purpose="secondary" onClick={onClose}>
            Annuleer
          </Button>
        </>
      }
    >
      <TextField
        id="verwijzing-adres"
        label="Adres"
        hint="Begin met https:// of mailto:, of met # en de naam van een kop."
        error={wrong && href.length > 8 ? 'Dit adres kan niet. Begin met https://.' : undefined}
        value={href}
        onChange={setHref}
      />
    </Dialog>
  )
}
