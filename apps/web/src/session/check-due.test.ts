import { expect, test } from 'vitest'
import { isCheckDue } from './check-due.ts'

const at = (minutes: number) => minutes * 60_000
const due = (now: number, active: number, asked: number) =>
  isCheckDue({ now: at(now), active: at(active), asked: at(asked), idle: at(30), end: at(480) })

test.each([
  ['nobody is there, and the session may still hold', 29, 0, 0, false],
  ['nobody is there, and the server has ended it', 31, 0, 0, true],
  ['somebody types, and not long since the server heard of it', 9, 9, 0, false],
  ['somebody types for a third of the time', 11, 10, 0, true],
  ['somebody typed, but the server was asked since', 25, 9, 10, false],
  ['the day is over', 480, 479, 479, true],
] as const)('%s', (_, now, active, asked, expected) => {
  expect(due(now, active, asked)).toBe(expected)
})
