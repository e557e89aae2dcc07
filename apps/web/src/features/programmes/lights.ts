import type { Light } from '@tijdig/server/contract'

/** The lights in words, in the order in which people ask after them: first what is stuck. */
export const LIGHT_WORDS = {
  stalled: 'loopt vast',
  'under-way': 'is bezig',
  'no-action': 'nog niet begonnen',
  done: 'klaar',
  dropped: 'vervallen',
} as const satisfies Record<Light, string>
export const LIGHTS_IN_ORDER = Object.keys(LIGHT_WORDS) as Light[]

/** The colour that goes with a light, for who says "it is on red". */
export const LIGHT_COLOURS = {
  stalled: 'rood',
  'under-way': 'geel',
  'no-action': 'wit',
  done: 'groen',
  dropped: 'grijs',
} as const satisfies Record<Light, string>

/** How many there are, in words: "2 lopen vast". */
export function countInWords(light: Light, count: number): string {
  const one = count === 1
  switch (light) {
    case 'stalled':
      return `${count} ${one ? 'loopt' : 'lopen'} vast`
    case 'under-way':
      return `${count} ${one ? 'is' : 'zijn'} bezig`
    case 'no-action':
      return `${count} nog niet begonnen`
    case 'done':
      return `${count} klaar`
    case 'dropped':
      return `${count} vervallen`
    default:
      return light satisfies never
  }
}
