import { readFileSync } from 'node:fs'
import type { FactDefinition, RouteDefinition } from '@tijdig/core'
import { describe, expect, it } from 'vitest'
import { catalogue } from './index.ts'

const architecture = readFileSync(new URL('../docs/architecture.md', import.meta.url), 'utf8')

/** The state machine that is drawn under a route's heading: its states, and `event -> state`. */
function drawingOf(route: string): { states: string[]; leadsTo: string[] } {
  const section = architecture.split(`\n### Route \`${route}\`\n`)[1] ?? ''
  const drawing = /```mermaid\nstateDiagram-v2\n(.*?)```/s.exec(section)?.[1] ?? ''
  const names = new Map(
    [...drawing.matchAll(/^ {2}state "(.+)" as (\S+)$/gm)].map(([, name = '', id = '']) => [
      id,
      name,
    ]),
  )
  const arrows = [...drawing.matchAll(/^ {2}\S+ --> (\S+): (\S+)$/gm)]
  const leadsTo = arrows.map(([, id = '', event = '']) => `${event} -> ${names.get(id) ?? id}`)
  return { states: [...names.values()], leadsTo: [...new Set(leadsTo)].sort() }
}

/** Where each event of a route leads: `event -> state`. */
function machineOf({ code, facts }: RouteDefinition): string[] {
  const state: FactDefinition | undefined = facts.state
  if (state?.kind !== 'spell') throw new Error(`route ${code} has no state`)
  return Object.entries(state.opens)
    .map(([event, { state: rule }]) =>
      rule?.from === 'fixed' ? `${event} -> ${rule.value}` : event,
    )
    .sort()
}

/** Parts of a programme that go as the programme itself are not drawn again. */
function drawnAs(route: RouteDefinition): string {
  const heart = catalogue.routes.find(({ code }) => code === 'programme') as RouteDefinition
  const isAlike = String(machineOf(route)) === String(machineOf(heart))
  return route.code.startsWith('programme-') && isAlike ? heart.code : route.code
}

describe('the drawn state machines are those of the definitions', () => {
  it.each(catalogue.routes.map((route) => [route.code, route] as const))('%s', (_, route) => {
    expect(drawingOf(drawnAs(route))).toEqual({
      states: Object.keys(route.states),
      leadsTo: machineOf(route),
    })
  })
})
