import { Button, Dialog, TextField } from '@tijdig/ui'
import { useState } from 'react'

interface Props {
  readonly question: string
  readonly editable: boolean
  /** @param paragraphs What was written, in plain words. */
  readonly onWrite: (paragraphs: readonly string[]) => void
  readonly onRemove: () => void
  readonly onClose: () => void
}

/** A question of the template: whoever writes answers it, or leaves it out. */
export function PromptDialog({ question, editable, onWrite, onRemove, onClose }: Props) {
  const [words, setWords] = useState('')
  const paragraphs = words
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return (
    <Dialog
      id="schrijfvraag"
      title="Hier schrijft u zelf"
      open
      onClose={onClose}
      actions={
        <>
          {editable ? (
            <>
              <Button
                purpose="primary"
                disabled={paragraphs.length === 0}
                onClick={() => onWrite(paragraphs)}
              >
                Zet in de tekst
              </Button>
              <Button purpose="secondary" onClick={onRemove}>
                Laat weg
              </Button>
            </>
          ) : null}
          <Button purpose="secondary" onClick={onClose}>
            Sluit
          </Button>
        </>
      }
    >
      <div className="tijdig-insert">
        <p>
          <strong>{question}</strong>
        </p>
        {editable ? (
          <TextField
            id="schrijfvraag-tekst"
            label="Uw tekst"
            hint="Eén of twee zinnen. U kunt ze daarna in de tekst nog veranderen."
            long
            value={words}
            onChange={setWords}
          />
        ) : null}
      </div>
    </Dialog>
  )
}
