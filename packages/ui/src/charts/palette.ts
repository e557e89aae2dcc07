import type { ChangePart } from './chart-spec.ts'

/** Colours that keep apart for people who see few colours; each at least 3:1 on white. */
export const ink = '#141c1f'
export const softInk = '#566166'
export const line = '#dde2e4'
export const track = '#edf0f1'
export const accent = '#0d5e62'
export const ghost = '#87939a'

export const seriesColours = [
  '#0d5e62',
  '#c05717',
  '#5b4b9a',
  '#2f7fb8',
  '#8a6d00',
  '#a33a63',
] as const

/** The colour of a series; past the last they begin again, the labels tell them apart. */
export function seriesColour(index: number): string {
  return seriesColours[index % seriesColours.length] ?? accent
}

const dashes = ['none', '8 4', '2 4', '10 3 2 3', '14 4', '5 2 2 2'] as const

/** The dashes of a series' line: who sees no colours tells lines apart by these. */
export function seriesDash(index: number): string {
  return dashes[index % dashes.length] ?? 'none'
}

export const partColours = {
  late: '#2f6fae',
  corrected: '#5b4b9a',
  redefined: '#8a6d00',
  happened: '#0d5e62',
} as const satisfies Record<ChangePart, string>
