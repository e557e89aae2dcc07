import type { BlockKind } from './block-kind.ts'

export const chart: BlockKind = {
  tag: 'chart',
  label: 'Grafiek',
  hint: 'De grafiek komt onder de alinea te staan waar u aan het schrijven was.',
  place: 'line',
  compares: false,
  indicator: 'one',
  fields: [
    { name: 'by', label: 'Verdeeld naar', kind: 'dimensions', least: 1, most: 2 },
    { name: 'where', label: 'Alleen voor', kind: 'cell' },
    {
      name: 'kind',
      label: 'Vorm',
      kind: 'choice',
      required: true,
      options: [
        { value: 'bar', label: 'staven' },
        { value: 'stacked-bar', label: 'gestapelde staven' },
        { value: 'line', label: 'lijn' },
        { value: 'map', label: 'kaart, per jeugdregio' },
      ],
    },
    {
      name: 'title',
      label: 'Titel',
      kind: 'text',
      required: true,
      suggest: ({ label }) => label,
    },
  ],
}
