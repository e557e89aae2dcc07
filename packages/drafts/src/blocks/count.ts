import type { BlockKind } from './block-kind.ts'

export const count: BlockKind = {
  tag: 'count',
  label: 'Aantal onderdelen in een zin',
  hint: 'Hoeveel acties, doelen of mijlpalen er zijn. Het getal komt in de zin te staan.',
  place: 'sentence',
  compares: false,
  indicator: 'programme',
  fields: [
    {
      name: 'of',
      label: 'Waarvan',
      kind: 'choice',
      required: true,
      options: [
        { value: 'actions', label: 'acties' },
        { value: 'goals', label: 'doelen' },
        { value: 'milestones', label: 'mijlpalen' },
        { value: 'lines', label: 'lijnen' },
        { value: 'decisions', label: 'besluiten' },
        { value: 'risks', label: 'risico’s' },
        { value: 'meetings', label: 'overleggen' },
      ],
    },
    {
      name: 'light',
      label: 'Met welke stand',
      kind: 'choice',
      options: [
        { value: '', label: 'allemaal' },
        { value: 'done', label: 'klaar' },
        { value: 'under-way', label: 'in uitvoering' },
        { value: 'stalled', label: 'staat stil' },
        { value: 'no-action', label: 'nog geen actie' },
        { value: 'dropped', label: 'gaat niet door' },
      ],
    },
    { name: 'within', label: 'Van welke lijn', kind: 'value' },
  ],
}
