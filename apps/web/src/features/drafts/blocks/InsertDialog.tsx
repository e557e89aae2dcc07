import { BLOCK_KINDS, type IndicatorWords, type TagUse } from '@tijdig/drafts'
import { Button, ChoiceGroup, Dialog, SelectField, TextField } from '@tijdig/ui'
import { useState } from 'react'
import type { Asked } from '../../../clocks/asked.ts'
import { useProgrammeParts } from './programme-words.ts'
import { TagFields } from './TagFields.tsx'
import { TagPreview } from './TagPreview.tsx'
import {
  findIndicators,
  kindsFor,
  newTagDraft,
  type TagDraft,
  tagOf,
  whatLacks,
} from './tag-draft.ts'

interface Props {
  readonly draft: string
  readonly asked: Asked
  readonly indicators: readonly IndicatorWords[]
  readonly compares: boolean
  /** Whether counts stand in it as they were counted. */
  readonly exact: boolean
  /** What is to be changed; left out: something new is put in. */
  readonly current?: TagDraft | undefined
  readonly onChoose: (use: TagUse, place: 'sentence' | 'line') => void
  readonly onClose: () => void
}

const MOST_FOUND = 8

/** Looks up a figure, says in which form it comes, shows what it says, and puts it in the text. */
export function InsertDialog({
  draft,
  asked: question,
  indicators,
  compares,
  exact,
  current,
  onChoose,
  onClose,
}: Props) {
  const [asked, setAsked] = useState('')
  const [selected, setChosen] = useState<TagDraft | undefined>(current)
  const chosen = useProgrammeParts(selected, question)
  const all = findIndicators(indicators, asked)
  const found = all.slice(0, MOST_FOUND)
  const offered = BLOCK_KINDS.filter(
    (kind) => (compares || !kind.compares) && (exact || !kind.exactOnly),
  )
  const kinds = chosen ? kindsFor(offered, chosen.indicator) : offered
  const lacks = chosen && whatLacks(chosen)
  return (
    <Dialog
      id="invoegen"
      title={current ? 'Onderdeel wijzigen' : 'Cijfer, tabel of grafiek invoegen'}
      open
      onClose={onClose}
      actions={
        <>
          <Button
            purpose="primary"
            disabled={!chosen || lacks !== undefined}
            onClick={() => chosen && onChoose(tagOf(chosen), chosen.kind.place)}
          >
            {current ? 'Wijzig' : 'Zet in de tekst'}
          </Button>
          <Button purpose="secondary" onClick={onClose}>
            Annuleer
          </Button>
        </>
      }
    >
      <div className="tijdig-insert">
        {current ? (
          <p>
            <strong>{current.indicator.label}</strong>
          </p>
        ) : (
          <>
            <TextField
              id="invoegen-zoek"
              label="Zoek een cijfer of een programma"
              hint="Typ een woord, zoals kinderen, aanmeldingen of verbeterplan."
              value={asked}
              onChange={setAsked}
            />
            <p role="status" className="tijdig-muted">
              {found.length === 0
                ? 'Niets gevonden. Probeer een ander woord.'
                : all.length > found.length
                  ? `U ziet de eerste ${found.length} van ${all.length}. Typ een woord om te zoeken.`
                  : `${found.length} gevonden.`}
            </p>
            {found.length === 0 ? null : (
              <ChoiceGroup
                id="invoegen-cijfer"
                legend="Welk cijfer of programma"
                single
                options={found.map(({ code, label }) => ({ value: code, label }))}
                chosen={chosen ? [chosen.indicator.code] : []}
                onChange={([code]) => {
                  const indicator = indicators.find((one) => one.code === code)
                  if (!indicator) return
                  const fitting = kindsFor(offered, indicator)
                  const kind = fitting.find((one) => one === chosen?.kind) ?? fitting[0]
                  if (kind) setChosen(newTagDraft(kind, indicator))
                }}
              />
            )}
          </>
        )}
        {chosen ? (
          <>
            {current ? null : (
              <SelectField
                id="invoegen-vorm"
                label="In welke vorm"
                hint={chosen.kind.hint}
                value={chosen.kind.tag}
                options={kinds.map(({ tag, label }) => ({ value: tag, label }))}
                onChange={(tag) => {
                  const kind = kinds.find((one) => one.tag === tag)
                  if (kind) setChosen(newTagDraft(kind, chosen.indicator))
                }}
              />
            )}
            <TagFields draft={chosen} onChange={setChosen} />
            {lacks ? (
              <p className="tijdig-field__error">{lacks}</p>
            ) : (
              <TagPreview draft={draft} use={tagOf(chosen)} place={chosen.kind.place} />
            )}
          </>
        ) : null}
      </div>
    </Dialog>
  )
}
