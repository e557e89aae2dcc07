import type { ChangePart } from '../chart-spec.ts'

/** The colour of Tijdig. */
export const accent = '#0d5e62'

/** Each at least 4.5 to 1 on white, so that it can hold white text and stands on white. */
export const ink = '#141c1f'
export const quiet = '#566166'

/** Of lines that only guide the eye. */
export const line = '#dde2e4'
export const track = '#e6eaec'
/** Of what is aimed at. */
export const aim = '#8a1c4a'
export const ghost = '#6f7b81'

/** In an order in which neighbours differ in lightness and hue for colour-blind readers too. */
export const seriesColours = [
  accent,
  '#b8430b',
  '#5b4b9a',
  '#22699f',
  '#765d00',
  '#a33a63',
] as const

/** The colour of a series; past the last they begin again, and other marks tell them apart. */
export function seriesColour(index: number): string {
  return seriesColours[index % seriesColours.length] ?? accent
}

/** From little to much, each with what can be read on it at 4.5 to 1 or more. */
export const classColours = [
  { fill: '#e4f0f0', ink },
  { fill: '#a8d0d2', ink },
  { fill: '#2b777c', ink: '#ffffff' },
  { fill: '#0a3f42', ink: '#ffffff' },
] as const

export const partColours = {
  late: '#22699f',
  corrected: '#5b4b9a',
  redefined: '#765d00',
  happened: accent,
} as const satisfies Record<ChangePart, string>
