import type { Light } from '@tijdig/server/contract'
import { LightSign } from './LightSign.tsx'
import { countInWords, LIGHTS_IN_ORDER } from './lights.ts'

/** How many stand on each light, with its sign and in words; none is not named. */
export function LightCounts({ counts }: { readonly counts: Readonly<Record<Light, number>> }) {
  return (
    <ul className="tijdig-light-counts">
      {LIGHTS_IN_ORDER.filter((light) => counts[light] > 0).map((light) => (
        <li key={light}>
          <LightSign light={light} words={null} /> {countInWords(light, counts[light])}
        </li>
      ))}
    </ul>
  )
}
