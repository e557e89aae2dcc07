import type { MadeKey } from '@tijdig/server/contract'
import { Alert, Button } from '@tijdig/ui'
import { useRef, useState } from 'react'

interface Props {
  readonly made: MadeKey
  readonly onDone: () => void
}

/** A key that was just made: the only time that it is to be seen. */
export function NewKeyShown({ made, onDone }: Props) {
  const text = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<boolean>()
  const copy = async () => {
    text.current?.select()
    // Refused by some browsers; the text is selected then, to copy by hand.
    const done = await navigator.clipboard.writeText(made.key).then(
      () => true,
      () => false,
    )
    setCopied(done)
  }
  return (
    <Alert
      tone="warning"
      title={`Bewaar de sleutel ${made.name} nu. U ziet hem maar één keer.`}
      actions={
        <>
          <Button purpose="primary" onClick={() => void copy()}>
            Kopieer de sleutel
          </Button>
          <Button purpose="secondary" onClick={onDone}>
            Ik heb de sleutel bewaard
          </Button>
        </>
      }
    >
      <p>Wie deze sleutel heeft, kan erin. Geef hem niet door in een mail of bericht.</p>
      <input
        ref={text}
        readOnly
        aria-label="De nieuwe sleutel"
        className="utrecht-textbox utrecht-textbox--html-input tijdig-control tijdig-key"
        value={made.key}
        onFocus={(event) => event.target.select()}
      />
      <p role="status">
        {copied === undefined
          ? null
          : copied
            ? 'Gekopieerd.'
            : 'Kopiëren lukte niet. De sleutel is geselecteerd: kopieer hem met Ctrl+C.'}
      </p>
    </Alert>
  )
}
