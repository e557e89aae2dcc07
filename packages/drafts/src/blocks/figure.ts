import type { BlockKind } from './block-kind.ts'

export const figure: BlockKind = {
  tag: 'figure',
  label: 'Cijfer in een zin',
  hint: 'Het getal komt in de zin te staan waar u aan het schrijven was.',
  place: 'sentence',
  compares: false,
  indicator: 'one',
  fields: [
    { name: 'by', label: 'Waarvan', kind: 'cell' },
    {
      name: 'part',
      label: 'Wat u laat zien',
      kind: 'choice',
      only: 'share',
      options: [
        { value: 'value', label: 'het percentage' },
        { value: 'numerator', label: 'het aantal dat meetelt (teller)' },
        { value: 'denominator', label: 'het aantal waarvan (noemer)' },
      ],
    },
  ],
}
