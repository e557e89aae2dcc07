import type { BlockKind } from './block-kind.ts'

export const change: BlockKind = {
  tag: 'change',
  label: 'Hoe dit cijfer veranderde',
  hint: 'Een zin en een grafiek: van het eerdere cijfer naar dit, met de oorzaken.',
  place: 'line',
  compares: true,
  exactOnly: true,
  indicator: 'one',
  fields: [
    { name: 'by', label: 'Waarvan', kind: 'cell' },
    { name: 'title', label: 'Titel', kind: 'text' },
  ],
}
