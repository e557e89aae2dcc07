import type { BlockKind } from './block-kind.ts'

export const kept: BlockKind = {
  tag: 'kept',
  label: 'Vastgelegd getal of vastgelegde dag in een zin',
  hint: 'Wat bij het programma is vastgelegd, zoals het op de peildag is. Het komt in de zin te staan.',
  place: 'sentence',
  compares: false,
  indicator: 'programme',
  fields: [{ name: 'key', label: 'Welk getal of welke dag', kind: 'value', required: true }],
}
