/** What of a programme a table shows. */
export const PARTS_SHOWN = [
  'goals',
  'actions',
  'stalled',
  'milestones',
  'grid',
  'decisions',
  'risks',
  'money',
  'activities',
  'moves',
] as const
export type PartsShown = (typeof PARTS_SHOWN)[number]

/** Of which kind of part there are so many. */
export const PARTS_COUNTED = [
  'lines',
  'goals',
  'actions',
  'milestones',
  'decisions',
  'risks',
  'meetings',
] as const
export type PartsCounted = (typeof PARTS_COUNTED)[number]
