import { expect, test } from 'vitest'
import { nextCell } from './next-cell.ts'

const SIZE = { rows: 15, months: 12 }

test.each([
  ['ArrowRight', [3, 4], [3, 5]],
  ['ArrowRight', [3, 12], [3, 12]],
  ['ArrowLeft', [3, 4], [3, 3]],
  ['ArrowLeft', [3, 1], [3, 0]],
  ['ArrowLeft', [3, 0], [3, 0]],
  ['ArrowDown', [3, 4], [4, 4]],
  ['ArrowDown', [14, 4], [14, 4]],
  ['ArrowUp', [3, 4], [2, 4]],
  ['ArrowUp', [0, 0], [0, 0]],
  ['Home', [3, 4], [3, 1]],
  ['Home', [3, 0], [3, 1]],
  ['End', [3, 4], [3, 12]],
  ['Ctrl+Home', [3, 4], [0, 0]],
  ['Ctrl+End', [3, 4], [14, 12]],
  ['PageDown', [2, 4], [12, 4]],
  ['PageDown', [12, 4], [14, 4]],
  ['PageUp', [12, 4], [2, 4]],
  ['PageUp', [2, 0], [0, 0]],
  ['Ctrl+ArrowRight', [3, 4], undefined],
  ['Tab', [3, 4], undefined],
  ['Enter', [3, 0], undefined],
] as const)('%s from %j leads to %j', (pressed, [row, column], expected) => {
  const ctrlKey = pressed.startsWith('Ctrl+')
  const found = nextCell({ row, column }, { key: pressed.replace('Ctrl+', ''), ctrlKey }, SIZE)
  expect(found && [found.row, found.column]).toEqual(expected)
})
