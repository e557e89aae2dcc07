import type { Organisation, Trajectory } from '@tijdig/server/contract'
import { Button, ChoiceGroup, capital, SelectField, TextField } from '@tijdig/ui'
import { useState } from 'react'
import { today } from '../../clocks/today.ts'
import { focusWrong, type Wrong } from '../../shell/focus-wrong.ts'
import { ShareSummary } from './ShareSummary.tsx'
import { ANSWERS, emptyShare, lastDay, REASONS, type ShareDraft, wrongIn } from './share-draft.ts'

interface Props {
  readonly trajectory: Trajectory
  readonly organisations: readonly Organisation[]
}

/** With whom, what, until when, and what the family said; then a look at it all before it is sent. */
export function ShareForm({ trajectory, organisations }: Props) {
  const [day] = useState(today)
  const [draft, setDraft] = useState<ShareDraft>(() => emptyShare(day))
  const [wrong, setWrong] = useState<Wrong>({})
  const [checking, setChecking] = useState(false)
  const change = (part: Partial<ShareDraft>) => setDraft({ ...draft, ...part })
  const organisation = organisations.find(({ code }) => code === draft.organisation)
  if (checking && organisation !== undefined)
    return (
      <ShareSummary
        trajectory={trajectory}
        draft={draft}
        organisation={organisation}
        onBack={() => setChecking(false)}
      />
    )
  return (
    <form
      className="tijdig-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const found = wrongIn(draft, day)
        setWrong(found)
        if (!focusWrong(found)) setChecking(true)
      }}
    >
      <SelectField
        id="organisatie"
        label="Met welke organisatie?"
        value={draft.organisation}
        error={wrong.organisatie}
        options={[
          { value: '', label: 'Kies' },
          ...organisations.map(({ code, name, kindLabel }) => ({
            value: code,
            label: `${name} (${kindLabel})`,
          })),
        ]}
        onChange={(chosen) => change({ organisation: chosen })}
      />
      <ChoiceGroup
        id="gegevens"
        legend="Welke gegevens?"
        hint="Deel niet meer dan de ander voor het werk nodig heeft."
        error={wrong.gegevens}
        options={trajectory.shareable.map(({ code, label }) => ({ value: code, label }))}
        chosen={draft.fields}
        onChange={(fields) => change({ fields })}
      />
      <TextField
        id="tot"
        type="date"
        label="Tot en met welke dag?"
        hint="Daarna stopt het delen vanzelf. U kunt het ook eerder stoppen."
        error={wrong.tot}
        min={day}
        max={lastDay(day)}
        value={draft.until}
        onChange={(until) => change({ until })}
      />
      <ChoiceGroup
        id="toestemming"
        single
        legend="Toestemming van het gezin"
        error={wrong.toestemming}
        options={[
          { value: 'given', label: capital(ANSWERS.given) },
          {
            value: 'refused',
            label: capital(ANSWERS.refused),
            hint: 'Er wordt dan niets gedeeld. Dat u het vroeg, wordt vastgelegd.',
          },
          { value: 'not-needed', label: capital(ANSWERS['not-needed']) },
        ]}
        chosen={[draft.answer]}
        onChange={([answer]) => change({ answer: answer as ShareDraft['answer'] })}
      />
      {draft.answer === 'not-needed' ? (
        <ChoiceGroup
          id="reden"
          single
          legend="Waarom is toestemming niet nodig?"
          error={wrong.reden}
          options={Object.entries(REASONS).map(([value, label]) => ({
            value,
            label: capital(label),
          }))}
          chosen={[draft.reason]}
          onChange={([reason = '']) => change({ reason })}
        />
      ) : null}
      <div className="tijdig-actions">
        <Button type="submit" purpose="primary">
          Controleer wat u deelt
        </Button>
      </div>
    </form>
  )
}
