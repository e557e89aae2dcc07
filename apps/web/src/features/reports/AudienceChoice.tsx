import type { Audience } from '@tijdig/server/contract'
import { Alert, ChoiceGroup } from '@tijdig/ui'
import { AUDIENCE_WORDS } from './audience-words.ts'

interface Props {
  readonly audience: Audience
  readonly onChange: (audience: Audience) => void
  /** Whether counts stand in the report as they were counted. */
  readonly exact: boolean
}

/** Asks for whom a publication is, each time that something is published. */
export function AudienceChoice({ audience, onChange, exact }: Props) {
  return (
    <>
      <ChoiceGroup
        id="voor-wie"
        legend="Voor wie is het?"
        single
        options={[
          {
            value: 'chain',
            label: AUDIENCE_WORDS.chain,
            hint: 'Het staat op de pagina Rapporten, niet in het openbare archief.',
          },
          {
            value: 'public',
            label: AUDIENCE_WORDS.public,
            hint: 'Het komt met al zijn cijfers in het openbare archief, zonder inloggen te lezen.',
          },
        ]}
        chosen={[audience]}
        onChange={([value]) => onChange(value === 'public' ? 'public' : 'chain')}
      />
      {audience === 'public' && exact ? (
        <Alert tone="warning" title="Dit rapport toont aantallen zoals geteld.">
          <p>
            Ook kleine. Maak het alleen openbaar als niemand daaraan een gezin of een kind kan
            herkennen.
          </p>
        </Alert>
      ) : null}
    </>
  )
}
