import { useMutation } from '@tanstack/react-query'
import { describeTag, type IndicatorWords, indicatorsOf, type TagUse } from '@tijdig/drafts'
import type { DraftView } from '@tijdig/server/contract'
import { Button, capital, Dialog } from '@tijdig/ui'
import { explainFigure } from '../../../api/drafts.ts'
import { askedInWords } from '../../../clocks/asked.ts'
import { Failed } from '../../../shell/Failed.tsx'
import { TagPreview } from './TagPreview.tsx'

interface Props {
  readonly draft: DraftView
  readonly indicators: readonly IndicatorWords[]
  readonly use: TagUse
  readonly place: 'sentence' | 'line'
  readonly editable: boolean
  /** Left out: nothing of it can be chosen. */
  readonly onChange?: (() => void) | undefined
  readonly onRemove: () => void
  /** Gives the nodes of a footnote to put behind it. */
  readonly onExplain: (nodes: readonly unknown[]) => void
  readonly onClose: () => void
}

/** What a block is: its definition, its question, its cell, in plain words. */
export function TagDialog(props: Props) {
  const { draft, indicators, use, place, editable, onChange, onRemove, onExplain, onClose } = props
  const { kind, what, details } = describeTag(use, indicators)
  const explain = useMutation({
    mutationFn: () => explainFigure(draft.id, use),
    onSuccess: onExplain,
  })
  const compared = place === 'sentence' && draft.comparedWith !== null
  const explainable = compared && draft.exact
  return (
    <Dialog
      id="onderdeel"
      title={kind}
      open
      busy={explain.isPending}
      onClose={onClose}
      actions={
        <>
          {editable && explainable ? (
            <Button
              purpose="secondary"
              busy={explain.isPending}
              onClick={() => explain.isPending || explain.mutate()}
            >
              Voeg uitleg toe
            </Button>
          ) : null}
          {editable && onChange ? (
            <Button purpose="secondary" onClick={onChange}>
              Wijzig
            </Button>
          ) : null}
          {editable ? (
            <Button purpose="secondary" hint="negative" onClick={onRemove}>
              Haal weg
            </Button>
          ) : null}
          <Button data-first purpose="primary" onClick={onClose}>
            Sluit
          </Button>
        </>
      }
    >
      <div className="tijdig-insert">
        <p>
          <strong>{capital(what)}</strong>
        </p>
        {details.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p>{capital(askedInWords(draft))}.</p>
        <TagPreview draft={draft.id} use={use} place={place} />
        {indicatorsOf(use).map((code) => (
          <Definition key={code} indicator={indicators.find((one) => one.code === code)} />
        ))}
        {editable && compared && !draft.exact ? (
          <p className="tijdig-muted">
            Waardoor dit cijfer veranderde, is hier niet met cijfers uit te leggen: dit rapport
            rondt aantallen af, en uitleg zou laten zien wat is afgerond. Zet zelf een voetnoot
            zonder cijfers.
          </p>
        ) : null}
        {explain.isError ? <Failed error={explain.error} /> : null}
      </div>
    </Dialog>
  )
}

function Definition({ indicator }: { readonly indicator: IndicatorWords | undefined }) {
  const version = indicator?.versions?.at(-1)
  if (!indicator || !version) return null
  return (
    <details>
      <summary>Hoe dit wordt geteld: {indicator.label}</summary>
      <p>{version.words}</p>
    </details>
  )
}
