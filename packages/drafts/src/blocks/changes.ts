import type { BlockKind } from './block-kind.ts'

export const changes: BlockKind = {
  tag: 'changes',
  label: 'Alles wat veranderde',
  hint: 'Een tabel met elk vak van dit cijfer dat veranderde, met de oorzaken.',
  place: 'line',
  compares: true,
  indicator: 'list',
  fields: [
    {
      name: 'caption',
      label: 'Bijschrift',
      kind: 'text',
      required: true,
      suggest: ({ label }) => `${label}: wat veranderde`,
    },
  ],
}
