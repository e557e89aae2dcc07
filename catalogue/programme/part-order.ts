import type { OrderRule } from '@tijdig/core'

const remarkable = 'remarkable' as const

/** The order in which a part's events should come; real programmes are written down late. */
export const PART_ORDER = [
  {
    code: 'PR-V01',
    label: 'Dit onderdeel is al eerder in het programma gezet.',
    severity: remarkable,
    event: 'placed',
    rule: { kind: 'once' },
  },
  {
    code: 'PR-V02',
    label: 'Het begon voordat het in het programma stond.',
    severity: remarkable,
    event: 'begun',
    rule: { kind: 'needs-before', types: ['placed'] },
  },
  {
    code: 'PR-V03',
    label: 'Het was klaar nadat het verviel.',
    severity: remarkable,
    event: 'done',
    rule: { kind: 'not-after', types: ['dropped'] },
  },
  {
    code: 'PR-V04',
    label: 'Het kwam weer op gang, maar liep niet vast en was niet klaar of vervallen.',
    severity: remarkable,
    event: 'resumed',
    rule: { kind: 'needs-before', types: ['stalled', 'done', 'dropped'] },
  },
  {
    code: 'PR-V05',
    label: 'Er is teruggeblikt zonder dat een dag was afgesproken.',
    severity: remarkable,
    event: 'reviewed',
    rule: { kind: 'needs-before', types: ['reviewPlanned'] },
  },
  {
    code: 'PR-V06',
    label: 'Het liep vast nadat het klaar was.',
    severity: remarkable,
    event: 'stalled',
    rule: { kind: 'not-after', types: ['done'] },
  },
] as const satisfies readonly OrderRule[]
