import type { BlockKind } from './block-kind.ts'

export const parts: BlockKind = {
  tag: 'parts',
  label: 'Onderdelen van een programma',
  hint: 'Een tabel met doelen, acties, mijlpalen, geld of wat er veranderde, zoals het op de peildag is.',
  place: 'line',
  compares: false,
  indicator: 'programme',
  fields: [
    {
      name: 'show',
      label: 'Wat u laat zien',
      kind: 'choice',
      required: true,
      options: [
        { value: 'actions', label: 'acties met hun stand' },
        { value: 'goals', label: 'doelen met hun stand' },
        { value: 'milestones', label: 'mijlpalen' },
        { value: 'grid', label: 'acties per maand of kwartaal' },
        { value: 'stalled', label: 'wat stilstaat, en waarom' },
        { value: 'money', label: 'geld' },
        { value: 'activities', label: 'getelde activiteiten' },
        { value: 'decisions', label: 'besluiten' },
        { value: 'risks', label: 'risico’s' },
        { value: 'moves', label: 'wat er veranderde' },
      ],
    },
    { name: 'within', label: 'Van welke lijn', kind: 'value' },
    {
      name: 'caption',
      label: 'Bijschrift',
      kind: 'text',
      required: true,
      suggest: ({ label }) => label,
    },
  ],
}
