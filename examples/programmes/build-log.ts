import { activityDrafts } from './activity-drafts.ts'
import type { Draft } from './draft.ts'
import { figureDrafts } from './figure-drafts.ts'
import { readHappenings } from './happening-drafts.ts'
import { milestoneDrafts, readMilestones } from './milestone-drafts.ts'
import { going, placing, readParts } from './part-drafts.ts'

/** The log of the four programmes, one line an event, in the order in which it became known. */
export function buildLog(): string {
  const parts = readParts()
  const milestones = readMilestones()
  const happenings = readHappenings(parts)
  const drafts = [
    ...parts.flatMap((row, order) => {
      const said = happenings.filter(
        ({ programme, code }) => programme === row.programme && code === row.code,
      )
      return [...placing(row, order), ...going(row, said), ...said]
    }),
    ...milestones.flatMap((row, order) => milestoneDrafts(row, order)),
    ...activityDrafts(),
    ...figureDrafts(parts, milestones),
  ]
  return `${written(drafts).join('\n')}\n`
}

/** Numbers them, and gives each its moment on the day on which it became known. */
function written(drafts: readonly Draft[]): string[] {
  const inOrder = drafts
    .map((draft, place) => ({ draft, place }))
    .sort((a, b) => compare(a.draft.known, b.draft.known) || a.place - b.place)
    .map(({ draft }) => draft)
  const ids = new Map<string, string>()
  const perDay = new Map<string, number>()
  return inOrder.map((draft, place) => {
    const id = `p${String(place + 1).padStart(6, '0')}`
    if (draft.name) ids.set(draft.name, id)
    const second = perDay.get(draft.known) ?? 0
    perDay.set(draft.known, second + 1)
    const supersedes = draft.instead && ids.get(draft.instead)
    if (draft.instead && !supersedes) throw new Error(`nothing is called "${draft.instead}"`)
    return JSON.stringify({
      id,
      trajectory: `${draft.programme}-${draft.code}`,
      route: draft.route,
      type: draft.type,
      validOn: draft.on,
      recordedAt: `${draft.known}T${clock(second)}Z`,
      ...(supersedes && { supersedes }),
      data: draft.data,
    })
  })
}

/** From eight o'clock on, an event each second. */
function clock(second: number): string {
  const parts = [8 + Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
