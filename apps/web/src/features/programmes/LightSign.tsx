import type { Light } from '@tijdig/server/contract'
import { LIGHT_WORDS } from './lights.ts'

/** Of each light a shape of its own, so that nobody needs the colour. */
const SHAPES: Record<Light, { readonly outline: string; readonly mark: string }> = {
  done: { outline: 'M12 2a10 10 0 100 20 10 10 0 000-20z', mark: 'M7 12.5l3.5 3.5L17 9' },
  'under-way': { outline: 'M12 2.5L23 21.5H1L12 2.5z', mark: 'M8.5 16h7' },
  stalled: { outline: 'M2.5 2.5h19v19h-19z', mark: 'M12 6.5v7M12 17v.4' },
  'no-action': { outline: 'M12 2.5a9.5 9.5 0 100 19 9.5 9.5 0 000-19z', mark: '' },
  dropped: { outline: 'M12 2L22 12 12 22 2 12 12 2z', mark: 'M8 12h8' },
}

interface Props {
  readonly light: Light
  /** What is read aloud; the light in words unless told. Null: the words stand beside it. */
  readonly words?: string | null
}

/** A light as a drawing: green, yellow, red or white, and each with its own shape and mark. */
export function LightSign({ light, words = LIGHT_WORDS[light] }: Props) {
  const { outline, mark } = SHAPES[light]
  return (
    <>
      <svg
        className={`tijdig-light tijdig-light--${light}`}
        viewBox="0 0 24 24"
        aria-hidden="true"
        focusable="false"
      >
        <path className="tijdig-light__outline" d={outline} />
        {mark === '' ? null : <path className="tijdig-light__mark" d={mark} />}
      </svg>
      {words === null ? null : <span className="tijdig-visually-hidden">{words}</span>}
    </>
  )
}
