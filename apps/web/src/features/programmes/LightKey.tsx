import { capital } from '@tijdig/ui'
import { LightSign } from './LightSign.tsx'
import { LIGHT_COLOURS, LIGHT_WORDS, LIGHTS_IN_ORDER } from './lights.ts'

/** What the signs mean. */
export function LightKey({ withPlan = false }: { readonly withPlan?: boolean }) {
  return (
    <ul className="tijdig-light-counts tijdig-light-key" aria-label="Wat de tekens betekenen">
      {LIGHTS_IN_ORDER.map((light) => (
        <li key={light}>
          <LightSign light={light} words={null} /> {capital(LIGHT_WORDS[light])}{' '}
          <span className="tijdig-muted">({LIGHT_COLOURS[light]})</span>
        </li>
      ))}
      {withPlan ? (
        <li>
          <span className="tijdig-grid__planned" aria-hidden="true" /> Gepland in deze maand
        </li>
      ) : null}
    </ul>
  )
}
