import type { BlockKind } from './block-kind.ts'

export const definition: BlockKind = {
  tag: 'definition',
  label: 'Wat het cijfer betekent',
  hint: 'De definitie in woorden, met de dag waarop die inging.',
  place: 'line',
  compares: false,
  indicator: 'one',
  fields: [],
}
