import type { Part } from '@tijdig/server/contract'
import { Button, Field, SimpleTable } from '@tijdig/ui'
import { useRef, useState } from 'react'
import { focusWrong } from '../../../shell/focus-wrong.ts'
import { fileInBase64, fileWrong } from './file-in-base64.ts'

const FILE = 'uitgaven-bestand'
const CHANGED = 'Dit bestand is veranderd sinds u het koos. Kies het opnieuw.'

interface Props {
  /** Those on which one may record. */
  readonly budgets: readonly [Part, ...Part[]]
  readonly busy: boolean
  readonly onSend: (file: string) => void
}

/** What the file must hold, with an example; the file itself, and the button that sends it. */
export function SpendingForm({ budgets, busy, onSend }: Props) {
  const control = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState<string>()
  const [{ code }] = budgets
  const refuse = (text: string) => {
    setWrong(text)
    focusWrong({ [FILE]: text })
  }
  const send = async () => {
    if (busy) return
    const file = control.current?.files?.[0]
    const fault = fileWrong(file)
    if (file === undefined || fault !== undefined) return refuse(fault ?? CHANGED)
    const content = await fileInBase64(file)
    if (content === undefined) return refuse(CHANGED)
    setWrong(undefined)
    onSend(content)
  }
  return (
    <form
      className="tijdig-form"
      noValidate
      aria-label="Uitgaven inlezen"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <div className="tijdig-spending__text">
        <p>
          Zet in de eerste rij de namen van de kolommen. Zet daaronder één rij voor elk budget en
          elke maand. De volgorde maakt niet uit. Andere kolommen mogen blijven staan.
        </p>
        <ul>
          <li>
            <strong>budget</strong>: de code van het budget.{' '}
            {budgets.length === 1 ? 'U houdt bij: ' : 'U houdt deze bij: '}
            {budgets.map((each) => `${each.code} (${each.title})`).join(', ')}.
          </li>
          <li>
            <strong>maand</strong>: 2023-03, maart 2023, of een dag in die maand.
          </li>
          <li>
            <strong>bedrag</strong>: in euro’s, bijvoorbeeld 1.250,50.
          </li>
          <li>
            <strong>soort</strong>: uitgegeven of verwacht. Laat u dit leeg, dan is het uitgegeven.
          </li>
        </ul>
      </div>
      <SimpleTable
        caption="Voorbeeld"
        head={['budget', 'maand', 'bedrag', 'soort']}
        rows={[
          [code, '2023-03', '1.250,50', 'uitgegeven'],
          [code, 'april 2023', '1.500', 'verwacht'],
        ]}
      />
      <Field
        id={FILE}
        label="Bestand"
        hint="XLSX of CSV, niet meer dan 500 rijen en 45 kB. Nog eens inlezen kan geen kwaad."
        error={wrong}
      >
        <input
          ref={control}
          id={FILE}
          type="file"
          accept=".csv,.xlsx,text/csv"
          className="tijdig-spending__file"
          aria-describedby={wrong === undefined ? `${FILE}-hint` : `${FILE}-hint ${FILE}-error`}
          aria-invalid={wrong === undefined ? undefined : true}
          onChange={() => setWrong(undefined)}
        />
      </Field>
      <div className="tijdig-actions">
        <Button type="submit" purpose="primary" busy={busy}>
          {busy ? 'Bezig met inlezen' : 'Inlezen'}
        </Button>
      </div>
      <div role="status" className="tijdig-spending__progress">
        {busy ? (
          <>
            <progress aria-label="Inlezen" />
            <p>De rijen worden een voor een vastgelegd. Bij veel rijen duurt dat even.</p>
          </>
        ) : null}
      </div>
    </form>
  )
}
