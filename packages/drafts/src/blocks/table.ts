import type { BlockKind } from './block-kind.ts'

export const table: BlockKind = {
  tag: 'table',
  label: 'Tabel',
  hint: 'De tabel komt onder de alinea te staan waar u aan het schrijven was.',
  place: 'line',
  compares: false,
  indicator: 'one',
  fields: [
    { name: 'by', label: 'Verdeeld naar', kind: 'dimensions', least: 0, most: 2 },
    { name: 'where', label: 'Alleen voor', kind: 'cell' },
    {
      name: 'caption',
      label: 'Bijschrift',
      kind: 'text',
      required: true,
      suggest: ({ label }) => label,
    },
    { name: 'total', label: 'Met een totaal eronder', kind: 'yes', only: 'count' },
  ],
}
